#include "inference/clicks/click_outline.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "inference/garments/mask_bounds.h"
#include "labeling/domain/mask.h"
#include "labeling/domain/point_ranking.h"
#include "labeling/domain/self_crossing.h"
#include "labeling/domain/simplify.h"

namespace jaedan::inference {
namespace {

constexpr double kLeastIou = 0.975;    // of the outline and its mask; two people agree less
constexpr double kLeastRingArea = 16;  // mask pixels
constexpr double kFinest = 0.5;        // mask pixels: the least triangle that goes with a point
constexpr double kCoarsest = 512;      // and the largest
constexpr int kTrials = 6;             // between the two: to a sixth of the triangle

bool is_true(const Region& outline, const Mask& mask) {
  return iou(rasterize(outline, mask.width, mask.height), mask) >= kLeastIou &&
         std::none_of(outline.rings.begin(), outline.rings.end(), crosses_itself);
}

}  // namespace

Region click_outline(const Mask& mask) {
  // All of it within the object's box: drawing and comparing the whole photo takes several times as long.
  const Rect box = bounds_of(mask);
  if (box.empty()) return {};
  const Mask within = cut_out(mask, box);
  const PointRanking ranking(smooth_staircase(trace(within)));
  Region outline = ranking.without(kFinest, kLeastRingArea);
  double finer = std::log(kFinest), coarser = std::log(kCoarsest);
  for (int i = 0; i < kTrials; ++i) {
    const double middle = (finer + coarser) / 2;
    Region tried = ranking.without(std::exp(middle), kLeastRingArea);
    if (is_true(tried, within)) {
      finer = middle;
      outline = std::move(tried);
    } else {
      coarser = middle;
    }
  }
  for (Ring& ring : outline.rings) {
    for (Point& point : ring) point = {point.x + box.x, point.y + box.y};
  }
  return outline;
}

}  // namespace jaedan::inference
