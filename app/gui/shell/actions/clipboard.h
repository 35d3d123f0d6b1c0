#pragma once

#include "app/gui/shell/studio_state.h"

namespace jaedan::gui {

/// The selected garments go onto the clipboard.
void copy_garments(StudioState& state);
/// They come onto the photo on screen.
void paste_garments(StudioState& state);
/// The garments of the photo before this one in the list come onto it, scaled to its size.
void copy_from_previous(StudioState& state);

}  // namespace jaedan::gui
