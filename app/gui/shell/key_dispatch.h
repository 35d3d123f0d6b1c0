#pragma once

#include "app/gui/shell/studio_state.h"

namespace jaedan::gui {

/// What a key pressed in this frame asks for: of dialogs, of fields that are typed in, of the attribute mode, else the
/// action that it leads to.
void dispatch_keys(const Ui& ui, StudioState& state);
/// Closes lists, menus and dialogs, whichever are open.
void close_popups();

}  // namespace jaedan::gui
