#include "labeling/domain/clip_region.h"

#include <algorithm>
#include <utility>

namespace jaedan {
namespace {

/// One side of the frame: points with `distance(p) >= 0` stay.
struct Side {
  double Point::*axis;
  double limit;
  double direction;  // +1: keep above the limit, -1: below

  double distance(Point p) const { return direction * (p.*axis - limit); }
  Point crossing(Point a, Point b) const {
    Point p = a + (b - a) * (distance(a) / (distance(a) - distance(b)));
    p.*axis = limit;  // exact, where the division rounds
    return p;
  }
};

Ring clip(const Ring& ring, const Side& side) {
  Ring kept;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point& a = ring[i];
    const Point& b = ring[(i + 1) % ring.size()];
    const bool a_inside = side.distance(a) >= 0;
    const bool b_inside = side.distance(b) >= 0;
    if (a_inside) kept.push_back(a);
    if (a_inside != b_inside) kept.push_back(side.crossing(a, b));
  }
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  while (kept.size() > 1 && kept.front() == kept.back()) kept.pop_back();
  return kept;
}

}  // namespace

Region clip_to(const Region& region, const Rect& frame) {
  const Side sides[] = {{&Point::x, frame.x, 1},
                        {&Point::x, frame.right(), -1},
                        {&Point::y, frame.y, 1},
                        {&Point::y, frame.bottom(), -1}};
  Region clipped;
  for (Ring ring : region.rings) {
    for (const Side& side : sides) ring = clip(ring, side);
    if (ring.size() < 3 || bounds_of(ring).empty()) continue;
    clipped.rings.push_back(std::move(ring));
  }
  return clipped;
}

Region scaled(Region region, double x, double y) {
  for (Ring& ring : region.rings) {
    for (Point& point : ring) point = {point.x * x, point.y * y};
  }
  return region;
}

}  // namespace jaedan
