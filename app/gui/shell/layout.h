#pragma once

#include "app/gui/shell/studio_state.h"

namespace jaedan::gui {

/// The whole window: toolbar, the view that is shown, bottom line, dialogs; the welcome screen while no project is
/// open.
void draw_window(const Ui& ui, StudioState& state);

}  // namespace jaedan::gui
