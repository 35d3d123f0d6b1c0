#pragma once

#include "app/gui/base/ui.h"
#include "app/gui/canvas/canvas_state.h"
#include "app/gui/project/document.h"
#include "labeling/domain/measured_length.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::gui {

/// Right, below the garments, while a proposal is selected: the labels that it would come with, those that the model
/// only guesses after them, how sure it is of each, and its second guess. Pressing that accepts the proposal with it;
/// else a label is answered when the proposal is a garment. Draws nothing without a selected proposal. Gives what was
/// measured for the label that the mouse is over, or null; it is the prediction's.
const MeasuredLength* proposal_labels(const Ui& ui, const Taxonomy& taxonomy, const Document& document,
                                      PhotoView& view);

}  // namespace jaedan::gui
