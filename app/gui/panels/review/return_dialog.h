#pragma once

#include <optional>
#include <string>

#include "app/gui/panels/dialogs/dialog.h"
#include "labeling/domain/geometry.h"
#include "labeling/review/return_reason.h"
#include "labeling/review/stage_set.h"

namespace jaedan::gui {

/// What is chosen and typed in the dialog.
struct ReturnForm {
  StageSet stages;             ///< that the project has
  std::optional<Stage> stage;  ///< where the photo goes; none: as stage_for says
  std::string words;
  std::optional<Point> place;  ///< that was pinned before
};

/// Where a photo returned for `reason` is worked on again: wrong labels at the last stage of labels, everything else
/// where it begins. Never the inspection.
Stage stage_for(ReturnReason reason, StageSet stages);

/// Why the photo goes back: a digit, or a press, returns it at once. Asks for ReturnPhoto.
void return_dialog(const Ui& ui, Dialog& dialog, ReturnForm& form);

}  // namespace jaedan::gui
