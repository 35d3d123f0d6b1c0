#pragma once

#include "app/gui/base/ui.h"
#include "app/gui/shell/view_state.h"

namespace jaedan::gui {

/// Starts a dialog over the dimmed window when `view.dialog` is `which`; false when it is not. Its size is in
/// design pixels, made smaller to fit the window. Esc and the cross close it. Call end_dialog after true.
bool begin_dialog(const Ui& ui, Dialog which, const char* title, float width, float height, ViewState& view);
void end_dialog();

}  // namespace jaedan::gui
