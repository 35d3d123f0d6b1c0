#include "labeling/formats/exchange/outline.h"

#include <algorithm>
#include <cmath>

#include "labeling/shape/single_ring.h"

namespace jaedan::labeling {
namespace {

bool on_one_line(const Ring& ring) {
  const auto away = std::find_if(ring.begin(), ring.end(), [&](Point p) { return p != ring.front(); });
  if (away == ring.end()) return true;
  return std::all_of(away, ring.end(), [&](Point p) { return cross(ring.front(), *away, p) == 0; });
}

Ring without_repeats(Ring ring) {
  ring.erase(std::unique(ring.begin(), ring.end()), ring.end());
  while (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
  return ring;
}

}  // namespace

Region region_of_outline(Ring points) {
  points = without_repeats(std::move(points));
  if (points.size() < 3 || on_one_line(points)) return {};
  return from_single_ring(points);
}

Region region_of_corners(Ring corners) {
  corners = without_repeats(std::move(corners));
  if (corners.size() != 4 || on_one_line(corners)) return {};
  // Corners that go round enclose more than the same corners taken crosswise.
  Ring round = corners;
  const Point centre = (corners[0] + corners[1] + corners[2] + corners[3]) * 0.25;
  const auto angle = [centre](Point p) { return std::atan2(p.y - centre.y, p.x - centre.x); };
  std::sort(round.begin(), round.end(), [&](Point a, Point b) { return angle(a) < angle(b); });
  const bool crosswise = std::abs(signed_area(corners)) < 0.999 * std::abs(signed_area(round));
  return {{crosswise ? round : corners}};
}

Region region_of_box(Point corner, Point opposite) {
  const auto [left, right] = std::minmax(corner.x, opposite.x);
  const auto [top, bottom] = std::minmax(corner.y, opposite.y);
  if (!(left < right && top < bottom)) return {};
  return {{{{left, top}, {right, top}, {right, bottom}, {left, bottom}}}};
}

}  // namespace jaedan::labeling
