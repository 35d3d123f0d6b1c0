#include "inference/clicks/click_outline.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "inference/garments/mask_bounds.h"
#include "labeling/domain/mask.h"
#include "labeling/domain/rings/point_ranking.h"
#include "labeling/domain/rings/self_crossing.h"
#include "labeling/domain/rings/simplify.h"

namespace jaedan::inference {
namespace {

constexpr double kLeastRingArea = 16;  // mask pixels
constexpr double kFinest = 0.5;        // mask pixels: the least triangle that goes with a point
constexpr double kCoarsest = 512;      // and the largest, at kClickOutlineIou
constexpr int kTrials = 6;             // between the two: to a sixth of the triangle

// An outline that may lose more has larger triangles, and fewer: the ratio once for each of the two.
double coarsest_for(double least_iou) {
  const double ratio = std::max(1.0, (1 - least_iou) / (1 - kClickOutlineIou));
  return kCoarsest * ratio * ratio;
}

bool is_true(const Region& outline, const Mask& mask, double least_iou) {
  return iou(rasterize(outline, mask.width, mask.height), mask) >= least_iou &&
         std::none_of(outline.rings.begin(), outline.rings.end(), crosses_itself);
}

}  // namespace

Region click_outline(const Mask& mask, double least_iou) {
  // All of it within the object's box: drawing and comparing the whole photo takes several times as long.
  const Rect box = bounds_of(mask);
  if (box.empty()) return {};
  const Mask within = cut_out(mask, box);
  const PointRanking ranking(smooth_staircase(trace(within)));
  Region outline = ranking.without(kFinest, kLeastRingArea);
  double finer = std::log(kFinest), coarser = std::log(coarsest_for(least_iou));
  for (int i = 0; i < kTrials; ++i) {
    const double middle = (finer + coarser) / 2;
    Region tried = ranking.without(std::exp(middle), kLeastRingArea);
    if (is_true(tried, within, least_iou)) {
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
