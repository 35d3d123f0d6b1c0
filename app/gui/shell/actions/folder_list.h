#pragma once

#include <string>

#include "app/gui/panels/dialogs/folder_dialog.h"

namespace jaedan::gui {

/// What stands in a folder; the working one for an empty path. Blocks on disk.
FolderView read_folder(const std::string& path);

}  // namespace jaedan::gui
