#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/gui/panels/dialogs/dialog.h"
#include "labeling/base/result.h"

namespace jaedan::gui {

/// A folder as dialogs show it.
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

/// Part of a dialog: a field for the path and what lies there, down to `below` design pixels above the dialog's end.
/// Asks for ListFolder; with `projects` those can be chosen, which asks for OpenProject and ends the dialog.
void folder_browser(const Ui& ui, FolderChoice& choice, float below, bool projects, Dialog& dialog);

}  // namespace jaedan::gui
