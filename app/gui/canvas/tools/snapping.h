#pragma once

#include "app/gui/canvas/canvas_tool.h"
#include "labeling/tools/snap.h"

namespace jaedan::gui {

/// How near a border has to be to hold a point.
SnapOptions snap_options(const ToolContext& on);
/// Where a vertex of `garment` that is dragged to `at` comes to lie; a border that holds it is shown. With Ctrl, or
/// without snapping, just there.
Point settled_vertex(const ToolContext& on, GarmentId garment, Point at);

}  // namespace jaedan::gui
