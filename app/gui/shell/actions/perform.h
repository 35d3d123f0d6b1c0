#pragma once

#include "app/gui/shell/studio_state.h"

namespace jaedan::gui {

/// Does what panels, tools and keys have asked for in this frame. Doing one thing may ask for the next: Enter on the
/// canvas becomes a command.
void perform_requests(StudioState& state, const Ui& ui);

}  // namespace jaedan::gui
