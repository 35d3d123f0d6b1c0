#pragma once

#include "app/gui/panels/dialogs/folder_browser.h"

namespace jaedan::gui {

/// Chooses a project to open, or a folder to make one of (Dialog::kOpenProject); or a folder to import
/// (Dialog::kImport). Asks for ListFolder, OpenProject, ImportFolder.
void folder_dialog(const Ui& ui, Dialog& dialog, FolderChoice& choice);

}  // namespace jaedan::gui
