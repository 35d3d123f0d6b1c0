#include "inference/garments/outline.h"

#include <algorithm>

#include "inference/garments/mask_bounds.h"
#include "labeling/domain/rings/simplify.h"

namespace jaedan::inference {
namespace {

constexpr double kLeastRingArea = 16;  // mask pixels

// Of a drawn region and the pixels that equal `value`.
double iou_with(const Region& region, const Mask& mask, std::uint8_t value) {
  const Mask drawn = rasterize(region, mask.width, mask.height);
  std::size_t both = 0, either = 0;
  for (std::size_t i = 0; i < mask.pixels.size(); ++i) {
    const bool is_drawn = drawn.pixels[i] != 0, is_there = mask.pixels[i] == value;
    both += std::size_t(is_drawn && is_there), either += std::size_t(is_drawn || is_there);
  }
  return either == 0 ? 1 : double(both) / double(either);
}

}  // namespace

Region few_point_outline(const Mask& mask, std::uint8_t value, const OutlineRules& rules) {
  // All of it within the garment's box: drawing and comparing the whole photo takes several times as long.
  const Rect box = bounds_of(mask, value);
  if (box.empty()) return {};
  const Mask within = cut_out(mask, box);
  const Region outline = smooth_staircase(trace(within, value));
  if (outline.empty()) return {};
  Region region;
  for (const double tolerance : rules.tolerances_px) {
    region = simplify(outline, {tolerance, kLeastRingArea});
    if (iou_with(region, within, value) >= rules.least_iou) break;
  }
  for (Ring& ring : region.rings) {
    for (Point& point : ring) point = {point.x + box.x, point.y + box.y};
  }
  return region;
}

}  // namespace jaedan::inference
