#pragma once

#include <algorithm>

#include "labeling/domain/geometry.h"

namespace jaedan::gui {

/// Where the photo lies on the screen: screen = origin + image · zoom. Screen space is window pixels.
struct CanvasTransform {
  Point origin;     ///< of image (0, 0), screen space
  double zoom = 1;  ///< screen pixels a photo pixel

  static constexpr double kLeastZoom = 0.02;
  static constexpr double kMostZoom = 64.0;

  Point screen_from_image(Point p) const { return origin + p * zoom; }
  Point image_from_screen(Point p) const { return (p - origin) * (1.0 / zoom); }

  /// The whole photo, centred in `area` (screen space) with `margin_px` around it.
  static CanvasTransform fitting(int image_width, int image_height, const Rect& area, double margin_px) {
    const double width = std::max(area.width - 2 * margin_px, 16.0);
    const double height = std::max(area.height - 2 * margin_px, 16.0);
    CanvasTransform t;
    if (image_width <= 0 || image_height <= 0) return t;
    t.zoom = std::clamp(std::min(width / image_width, height / image_height), kLeastZoom, kMostZoom);
    t.origin = {area.x + (area.width - image_width * t.zoom) / 2, area.y + (area.height - image_height * t.zoom) / 2};
    return t;
  }
  /// Zooms by `factor` so that what is under `anchor` (screen space) stays there.
  CanvasTransform zoomed_at(Point anchor, double factor) const {
    const Point fixed = image_from_screen(anchor);
    CanvasTransform t = *this;
    t.zoom = std::clamp(zoom * factor, kLeastZoom, kMostZoom);
    t.origin = anchor - fixed * t.zoom;
    return t;
  }
};

}  // namespace jaedan::gui
