#pragma once

#include "app/gui/base/ui.h"
#include "app/gui/draw/photo_look.h"

namespace jaedan::gui {

/// Parts of the toolbar. The button that opens the menu.
void look_button(const Ui& ui, bool enabled, const PhotoLook& look, bool& open);
/// Under the item before it: how the photo and what lies on it are shown. `open` opens the menu, and is taken back.
/// Changes `look` at once; asks for ChangeSettings while the menu is open.
void look_menu(const Ui& ui, PhotoLook& look, bool& open);

}  // namespace jaedan::gui
