#include "labeling/domain/region.h"

#include <algorithm>
#include <cmath>

namespace jaedan {

Rect bounds_of(const Region& region) {
  Ring corners;
  for (const Ring& ring : region.rings) {
    if (ring.empty()) continue;
    const Rect box = bounds_of(ring);
    corners.push_back({box.x, box.y});
    corners.push_back({box.right(), box.bottom()});
  }
  return bounds_of(corners);
}

bool contains(const Region& region, Point p) {
  bool inside = false;
  for (const Ring& ring : region.rings) inside ^= contains(ring, p);
  return inside;
}

double area_px(const Region& region) {
  double area = 0;
  for (std::size_t i = 0; i < region.rings.size(); ++i) {
    const double own = std::abs(signed_area(region.rings[i]));
    area += nesting_depth(region, i) % 2 == 0 ? own : -own;
  }
  return std::max(area, 0.0);
}

std::size_t point_count(const Region& region) {
  std::size_t count = 0;
  for (const Ring& ring : region.rings) count += ring.size();
  return count;
}

int nesting_depth(const Region& region, std::size_t index) {
  const Ring& ring = region.rings[index];
  if (ring.size() < 2) return 0;
  // The middle of an edge: a vertex may touch a neighbour's vertex, an edge's middle seldom does.
  const Point probe = (ring[0] + ring[1]) * 0.5;
  int depth = 0;
  for (std::size_t i = 0; i < region.rings.size(); ++i) {
    if (i != index && contains(region.rings[i], probe)) ++depth;
  }
  return depth;
}

}  // namespace jaedan
