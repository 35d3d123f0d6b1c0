#pragma once

#include <optional>

#include "app/gui/panels/dialogs/dialog.h"
#include "labeling/base/result.h"
#include "labeling/domain/taxonomy.h"
#include "labeling/store/photo_catalogue.h"

namespace jaedan::gui {

/// What the project's figures are about, and what came.
struct FiguresState {
  bool only_listed = false;
  std::optional<labeling::ProjectFigures> found;  ///< nothing yet: they are being counted
  std::optional<Error> error;
};

/// How far the work is: photos by state, what nobody looked at, garments, labels, people. `listed` is what the list is
/// filtered by. Asks for AskFigures when other photos are to be counted, and for the project's check.
void figures_dialog(const Ui& ui, const Taxonomy& taxonomy, const labeling::PhotoFilter& listed, Dialog& dialog,
                    FiguresState& state);

}  // namespace jaedan::gui
