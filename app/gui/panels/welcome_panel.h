#pragma once

#include "app/gui/panels/dialogs/user_field.h"

namespace jaedan::gui {

/// In place of everything else while no project is open: the four steps, the last projects, the first choices. Asks for
/// OpenProject, the open dialog, the keys, ChangeSettings.
void welcome_panel(const Ui& ui, UserField& user);
/// In place of the canvas while the project has no photos; asks for the import dialog.
void empty_project_panel(const Ui& ui);

}  // namespace jaedan::gui
