#pragma once

#include <string>

#include "app/gui/base/ui.h"
#include "app/gui/panels/answer_memory.h"
#include "app/gui/panels/attribute_mode.h"
#include "app/gui/project/document.h"
#include "labeling/domain/measured_length.h"
#include "labeling/domain/taxonomy.h"
#include "labeling/tools/selection.h"

namespace jaedan::gui {

/// What answering remembers between frames.
struct LabelsState {
  AttributeMode mode;
  AnswerMemory memory;
  std::string list_typed;  ///< in the value list that is open
  AttributeMode aside;     ///< the mode as it was left, while labels are out of sight

  /// Once a frame, before keys: labels are answered where they are in sight. Elsewhere the mode is off, and it is on
  /// again, as it was, when they are back in sight.
  void follow_sight(bool in_sight);
  /// The mode is off, and does not come back by itself.
  void forget_mode() { mode = aside = {}; }
};

/// Right, first tab, below: a row for each question of the selected garment, then of the photo; the one of the
/// attribute mode with its numbered answers and the key that takes all that is filled in; where nothing is said yet
/// what the model guesses. Below, what tables say of the photo. Asks for commands. Gives what was measured for the
/// label that the mouse is over (model_guesses.h), or null; it is the prediction's.
const MeasuredLength* attributes_panel(const Ui& ui, const Taxonomy& taxonomy, const Document& document,
                                       const Selection& selection, LabelsState& state);

}  // namespace jaedan::gui
