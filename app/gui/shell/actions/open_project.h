#pragma once

#include <string>

#include "app/gui/shell/studio_state.h"

namespace jaedan::gui {

/// Takes over from whatever is open.
void open_project(StudioState& state, const std::string& path);
/// Ends the conflict of the photo on screen; tells why it cannot.
void keep_version(StudioState& state, Kept kept);
/// The photo on screen is the one that its project opens with the next time.
void remember_photo(StudioState& state);

}  // namespace jaedan::gui
