#pragma once

#include "app/gui/canvas/tools/shape_tool.h"

namespace jaedan::gui {

/// What becomes of the shape that is drawn, and whether borders hold its points, to choose from in a corner of the
/// canvas.
void shape_options(const Ui& ui, const Viewport& viewport, ShapeUse& use);

}  // namespace jaedan::gui
