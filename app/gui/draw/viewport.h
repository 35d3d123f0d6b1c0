#pragma once

#include "app/gui/draw/canvas_transform.h"

namespace jaedan::gui {

/// Which part of the photo is seen where.
struct Viewport {
  CanvasTransform transform;
  Rect area;  ///< of the canvas, screen space
};

}  // namespace jaedan::gui
