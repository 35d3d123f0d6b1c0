#pragma once

#include <functional>

#include "app/gui/shell/studio_state.h"

namespace jaedan::gui {

/// The buttons of the views, as wide as there is room.
void view_buttons(const Ui& ui, StudioState& state);

/// The columns of the views that work on one photo: the list of photos, the canvas, and on the right the buttons of the
/// views above `right`, which is drawn while a photo is on screen. Splitters between them. `canvas`: instead of the one
/// that photos are worked on; gets null while no photo is there.
void draw_work_columns(const Ui& ui, StudioState& state, const Rect& area,
                       const std::function<void(const Document&)>& right,
                       const std::function<void(Document*)>& canvas = {});

}  // namespace jaedan::gui
