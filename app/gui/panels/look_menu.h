#pragma once

#include "app/gui/base/ui.h"
#include "app/gui/draw/photo_look.h"

namespace jaedan::gui {

/// Part of the toolbar: a button, and under it how the photo and what lies on it are shown. `open` opens the menu, and
/// is taken back. Changes `look` at once; asks for ChangeSettings while the menu is open.
void look_menu(const Ui& ui, bool enabled, PhotoLook& look, bool& open);

}  // namespace jaedan::gui
