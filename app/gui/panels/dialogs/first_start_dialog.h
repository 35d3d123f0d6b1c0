#pragma once

#include "app/gui/panels/dialogs/dialog.h"
#include "app/gui/panels/dialogs/user_field.h"

namespace jaedan::gui {

/// Language, colours, keys and name: on the welcome screen, or over the first project. Asks for ChangeSettings when
/// something was chosen.
void first_choices(const Ui& ui, UserField& user);
/// Over the first project: the choices, and the way to the keys.
void first_start_dialog(const Ui& ui, Dialog& dialog, UserField& user);

}  // namespace jaedan::gui
