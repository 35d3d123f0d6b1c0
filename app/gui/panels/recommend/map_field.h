#pragma once

#include "app/gui/panels/recommend/map_draw.h"

namespace jaedan::gui {

/// The scatter itself, `size` pixels large, and what the mouse does there: the wheel zooms where it is, a drag moves
/// the map, or draws a lasso (with Shift, or while `has_lasso`), a click chooses, a second one asks for OpenPhoto. What
/// is under it is told with its picture.
void map_field(const Ui& ui, const MapShown& shown, Thumbnails& thumbnails, MapState& state, ImVec2 size);

}  // namespace jaedan::gui
