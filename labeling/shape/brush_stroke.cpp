#include "labeling/shape/brush_stroke.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "labeling/domain/clip_region.h"
#include "labeling/domain/rings/simplify.h"
#include "labeling/shape/region_algebra.h"

namespace jaedan::labeling {
namespace {

constexpr double kFlatness = 0.35;     // pixels that the stroke's outline may be off: else it has a point a pixel
constexpr double kFineFlatness = 0.1;  // of the radius, for fine brushes
constexpr double kLeastPiece = 2;      // square pixels: slivers that a stroke leaves
constexpr double kLeastMove = 0.125;   // of the radius: what the pointer moves less than this adds nothing to see

bool has_point(const Region& region, Point p) {
  return std::any_of(region.rings.begin(), region.rings.end(),
                     [p](const Ring& ring) { return std::find(ring.begin(), ring.end(), p) != ring.end(); });
}

// Rings that the stroke made and that nobody could see go; those whose points were all there before stay.
Region without_slivers(Region region, const Region& start, double least_area) {
  auto& rings = region.rings;
  const auto is_sliver = [&](const Ring& ring) {
    return std::abs(signed_area(ring)) < least_area &&
           !std::all_of(ring.begin(), ring.end(), [&start](Point p) { return has_point(start, p); });
  };
  rings.erase(std::remove_if(rings.begin(), rings.end(), is_sliver), rings.end());
  return region;
}

}  // namespace

BrushStroke::BrushStroke(Region start, const Brush& brush, const Rect& frame, Point at)
    : start_(std::move(start)), region_(start_), brush_(brush), frame_(frame), last_(at) {
  paint({at});
}

void BrushStroke::move(const std::vector<Point>& places) {
  std::vector<Point> path = {last_};
  for (const Point& place : places) {
    if (distance(place, path.back()) >= kLeastMove * brush_.radius_px) path.push_back(place);
  }
  if (path.size() < 2) return;
  paint(path);
  last_ = path.back();
}

void BrushStroke::paint(const std::vector<Point>& path) {
  const double radius = brush_.radius_px;
  painted_ = united(painted_, clip_to(brushed(path, radius), frame_));
  const Region flat = simplify(painted_, {std::min(kFlatness, kFineFlatness * radius), 0});
  // What was painted only grows: once it matters, it always does.
  touches_ = touches_ || !(brush_.erases ? shared(start_, flat) : subtracted(flat, start_)).empty();
  if (!touches_) {
    region_ = start_;  // bit for bit, so that it is no change
    return;
  }
  region_ = without_slivers(brush_.erases ? subtracted(start_, flat) : united(start_, flat), start_,
                            std::min(kLeastPiece, radius * radius));
}

}  // namespace jaedan::labeling
