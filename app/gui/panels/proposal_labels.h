#pragma once

#include "app/gui/base/ui.h"
#include "labeling/domain/proposal.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::gui {

/// Right, below the garments, while a proposal is selected: the labels that it would come with, and how sure the model
/// is of each. Changes nothing; a label is answered when the proposal is a garment.
void proposal_labels(const Ui& ui, const Taxonomy& taxonomy, const Proposal& proposal);

}  // namespace jaedan::gui
