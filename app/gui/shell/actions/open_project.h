#pragma once

#include <string>

#include "app/gui/shell/studio_state.h"

namespace jaedan::gui {

/// Takes over from whatever is open, in the name of whoever works where there are no users; where there are, who works
/// is asked (sign_in.h).
void open_project(StudioState& state, const std::string& path);
/// The same for somebody who was let in.
void open_project_as(StudioState& state, const std::string& path, const Actor& actor);
/// Saves what is left to save; the welcome screen comes.
void close_project(StudioState& state);
/// Ends the conflict of the photo on screen; tells why it cannot.
void keep_version(StudioState& state, Kept kept);
/// The photo on screen is the one that its project opens with the next time.
void remember_photo(StudioState& state);

}  // namespace jaedan::gui
