#pragma once

#include "app/gui/shell/studio_state.h"

namespace jaedan::gui {

/// Runs the command in the photo on screen; what follows for the selection and for proposals is done. Tells why not.
void run_command(StudioState& state, const RunCommand& run);
/// Approves the photo on screen, or submits the task in hand on it, and shows the next one to do; tells why not.
void approve_photo(StudioState& state);

}  // namespace jaedan::gui
