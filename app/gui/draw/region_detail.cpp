#include "app/gui/draw/region_detail.h"

#include <algorithm>
#include <cmath>

#include "labeling/domain/geometry.h"

namespace jaedan::gui {
namespace {

constexpr double kSmall = 4;  // screen pixels

// Powers of two, so that a little zooming changes nothing: between half a screen pixel and a whole one.
double step_for(double pixel) { return std::exp2(std::floor(std::log2(std::max(pixel, 1e-9)))); }

Ring thinned(const Ring& ring, double step) {
  Ring kept;
  for (const Point& p : ring) {
    const bool is_near = !kept.empty() && std::abs(kept.back().x - p.x) + std::abs(kept.back().y - p.y) < step;
    if (!is_near) kept.push_back(p);
  }
  return kept;
}

Ring corners_of(const Rect& box) {
  return {{box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}};
}

}  // namespace

RegionDetail detail_for(const Region& region, double pixel) {
  RegionDetail detail;
  detail.step = step_for(pixel);
  const Rect box = bounds_of(region);
  if (!region.empty() && std::max(box.width, box.height) < kSmall * detail.step) {
    detail.rings = {corners_of(box)};
  } else {
    for (const Ring& ring : region.rings) detail.rings.push_back(thinned(ring, detail.step));
  }
  // The outline lies over the fill's border.
  Region coarse;
  for (const Ring& ring : detail.rings) coarse.rings.push_back(ring.size() > 8 ? thinned(ring, 2 * detail.step) : ring);
  detail.fill = build_fill_mesh(coarse);
  return detail;
}

bool suits(const RegionDetail& detail, double pixel) { return detail.step == step_for(pixel); }

}  // namespace jaedan::gui
