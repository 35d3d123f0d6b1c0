#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/gui/panels/dialogs/dialog.h"
#include "labeling/base/result.h"

namespace jaedan::gui {

/// A folder as the open and import dialogs show it.
struct FolderView {
  std::string path;
  std::vector<std::string> folders;   ///< names, sorted
  std::vector<std::string> projects;  ///< names of folders NAME.jaedan
  int photos = 0;                     ///< files that look like photos
  std::optional<Error> error;
  bool waiting = false;
};

/// What choosing a folder remembers; the folder itself is read by whoever does ListFolder.
struct FolderChoice {
  std::string typed;   ///< in the path's field
  std::string format;  ///< a name of import_choice.h; empty: what the files are
  FolderView listing;
};

/// Chooses a project to open, or a folder to make one of (Dialog::kOpenProject); or a folder to import
/// (Dialog::kImport). Asks for ListFolder, OpenProject, ImportFolder.
void folder_dialog(const Ui& ui, Dialog& dialog, FolderChoice& choice);

}  // namespace jaedan::gui
