#include "app/gui/canvas/name_tag.h"

#include <algorithm>

namespace jaedan::gui {

Point tag_corner(const Rect& garment, const Rect& area, Point size, double gap) {
  const auto between = [](double value, double least, double most) { return std::max(std::min(value, most), least); };
  const double lowest = area.bottom() - size.y - gap;
  const double y = between(garment.y, area.y + gap, lowest);
  if (const double x = garment.x - size.x - gap; x >= area.x + gap) return {x, y};
  if (const double x = garment.right() + gap; x + size.x <= area.right() - gap) return {x, y};
  return {between(garment.x, area.x + gap, area.right() - size.x - gap),
          between(garment.y - size.y - gap, area.y + gap, lowest)};
}

}  // namespace jaedan::gui
