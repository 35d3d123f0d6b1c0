#pragma once

#include <string>

#include "app/gui/panels/dialogs/dialog.h"
#include "labeling/store/photo_catalogue.h"

namespace jaedan::gui {

/// What is exported, and where to.
struct ExportChoice {
  std::string format;
  std::string folder;
  bool approved_only = true;
  bool only_listed = false;  ///< the photos that the list shows
};

/// As it was last time; the first time K-Fashion files beside the project, in a folder of its name.
ExportChoice first_export_choice(const Settings& settings, const std::string& project);

/// Format, photos and folder of an export; `listed` is what the list is filtered by. Asks for ExportPhotos.
void export_dialog(const Ui& ui, const labeling::PhotoFilter& listed, Dialog& dialog, ExportChoice& choice);

/// Part of dialogs about photos: all of the project, or those that the list shows. True when it was pressed.
bool choose_photos(const Ui& ui, const char* name, float at, bool& only_listed);

}  // namespace jaedan::gui
