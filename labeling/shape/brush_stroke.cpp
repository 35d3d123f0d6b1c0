#include "labeling/shape/brush_stroke.h"

#include <utility>

#include "labeling/domain/simplify.h"
#include "labeling/edit/clip_region.h"
#include "labeling/shape/region_algebra.h"

namespace jaedan::labeling {
namespace {

constexpr double kFlatness = 0.35;    // pixels that the stroke's outline may be off: else it has a point a pixel
constexpr double kLeastPiece = 2;     // square pixels: slivers that a stroke leaves
constexpr double kLeastMove = 0.125;  // of the radius: what the pointer moves less than this adds nothing to see

Region without_slivers(Region region) {
  auto& rings = region.rings;
  for (std::size_t i = rings.size(); i-- > 0;) {
    const double area = signed_area(rings[i]);
    if (area < kLeastPiece && area > -kLeastPiece) rings.erase(rings.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return region;
}

}  // namespace

BrushStroke::BrushStroke(Region start, const Brush& brush, const Rect& frame, Point at)
    : start_(std::move(start)), region_(start_), brush_(brush), frame_(frame), last_(at) {
  paint({at});
}

void BrushStroke::move(Point at) {
  if (distance(at, last_) < kLeastMove * brush_.radius_px) return;
  paint({last_, at});
  last_ = at;
}

void BrushStroke::paint(const std::vector<Point>& path) {
  painted_ = united(painted_, clip_to(brushed(path, brush_.radius_px), frame_));
  const Region flat = simplify(painted_, {kFlatness, 0});
  if (shared(start_, flat).empty() && brush_.erases) {
    region_ = start_;  // bit for bit: nothing was touched
    return;
  }
  region_ = without_slivers(brush_.erases ? subtracted(start_, flat) : united(start_, flat));
}

}  // namespace jaedan::labeling
