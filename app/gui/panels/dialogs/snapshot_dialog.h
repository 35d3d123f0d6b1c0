#pragma once

#include "app/gui/panels/dialogs/dialog.h"
#include "labeling/store/photo_catalogue.h"

namespace jaedan::gui {

/// What is frozen.
struct SnapshotChoice {
  bool only_listed = false;
  bool without_own = false;  ///< MakeSnapshot
};

/// Before approved photos are frozen; `listed` is what the list is filtered by. Asks for MakeSnapshot.
void snapshot_dialog(const Ui& ui, const labeling::PhotoFilter& listed, Dialog& dialog, SnapshotChoice& choice);

}  // namespace jaedan::gui
