#include "inference/clicks/fitting_mask.h"

#include <algorithm>
#include <cmath>

#include "inference/garments/mask_bounds.h"

namespace jaedan::inference {
namespace {

constexpr double kAlike = 0.3;  // IoU: a dress and its upper half are, a shirt and the trousers below it are not

bool agrees(const Mask& mask, const Click& click) {
  const int x = std::clamp(static_cast<int>(std::floor(click.at.x)), 0, mask.width - 1);
  const int y = std::clamp(static_cast<int>(std::floor(click.at.y)), 0, mask.height - 1);
  return (mask.at(x, y) != 0) == click.adds;
}

}  // namespace

const Mask& fitting_mask(const Mask& start, const std::vector<Mask>& others, const Click& click) {
  const bool is_shown = !bounds_of(start).empty();
  const Mask* best = &start;
  double best_iou = 0;
  for (const Mask& other : others) {
    if (other.pixels.empty() || !agrees(other, click)) continue;
    if (!is_shown) {
      if (click.adds) return other;
      continue;
    }
    const double alike = iou(start, other);
    if (alike >= kAlike && alike > best_iou) best = &other, best_iou = alike;
  }
  return *best;
}

}  // namespace jaedan::inference
