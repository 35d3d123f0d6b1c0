#pragma once

#include "app/gui/panels/dialogs/dialog.h"
#include "app/gui/panels/dialogs/user_field.h"

namespace jaedan::gui {

/// Everything of Settings that a person may choose. While it is open it asks for ChangeSettings every frame.
void settings_dialog(const Ui& ui, Dialog& dialog, UserField& user);

}  // namespace jaedan::gui
