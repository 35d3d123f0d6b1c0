#include "app/gui/panels/recommend/garment_crop.h"

#include <algorithm>

namespace jaedan::gui {

Rect garment_crop(const Photo& photo, const Rect& box) {
  if (box.empty()) return {};
  const double w = std::max(photo.width, 1);
  const double h = std::max(photo.height, 1);
  const double margin = 0.06 * std::max(box.width, box.height);
  const double x = std::clamp((box.x - margin) / w, 0.0, 1.0);
  const double y = std::clamp((box.y - margin) / h, 0.0, 1.0);
  const double right = std::clamp((box.right() + margin) / w, 0.0, 1.0);
  const double bottom = std::clamp((box.bottom() + margin) / h, 0.0, 1.0);
  return {x, y, right - x, bottom - y};
}

}  // namespace jaedan::gui
