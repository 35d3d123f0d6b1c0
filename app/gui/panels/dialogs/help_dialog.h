#pragma once

#include <optional>

#include "app/gui/panels/dialogs/dialog.h"
#include "app/gui/panels/dialogs/key_choice.h"

namespace jaedan::gui {

/// All keys and what the mouse does. A click on a key begins choosing another one; keys.reset asks for the preset's.
void help_dialog(const Ui& ui, Dialog& dialog, std::optional<KeyChoice>& choice);

}  // namespace jaedan::gui
