#pragma once

#include <string>

#include "app/gui/panels/dialogs/folder_browser.h"

namespace jaedan::gui {

/// Where photos were; where they are now is the folder that is chosen.
struct RelocateChoice {
  std::string from;
};

/// Points photos that were moved to the folder `choice` shows. Asks for ListFolder and RelocatePhotos.
void relocate_dialog(const Ui& ui, Dialog& dialog, RelocateChoice& relocate, FolderChoice& choice);

/// In the middle of the window while no photo can be shown because they are gone from `place`; asks for the dialog.
void lost_photos_panel(const Ui& ui, const std::string& place);

}  // namespace jaedan::gui
