#include "labeling/tools/snap.h"

#include <cmath>

#include "labeling/tools/contour.h"

namespace jaedan {
namespace {

// A point that was put on an edge lies beside it by rounding only.
constexpr double kOnBorder = 1e-6;

Ring way_along(const Ring& ring, const OutlinePlace& from, const OutlinePlace& to) {
  Ring line = border_between(ring, from, to);
  if (line.size() <= 2) return {};
  return {line.begin() + 1, line.end() - 1};
}

std::optional<Snapped> snap_to_frame(Point at, const SnapOptions& options) {
  const Rect& frame = options.frame;
  if (frame.empty() || !within(frame, options.reach_px, at)) return std::nullopt;
  const auto held = [&](double place, double low, double high) {
    if (std::abs(place - low) <= options.reach_px) return low;
    return std::abs(place - high) <= options.reach_px ? high : place;
  };
  const Point to{held(at.x, frame.x, frame.right()), held(at.y, frame.y, frame.bottom())};
  if (to == at) return std::nullopt;
  return Snapped{to, {}};
}

}  // namespace

std::optional<Snapped> snap(const Annotation& annotation, Point at, std::optional<Point> from,
                            const SnapOptions& options) {
  const auto border = nearest_border(annotation, at, options.reach_px, options.except, options.bounds);
  if (!border) return snap_to_frame(at, options);
  Snapped snapped{border->place.at, {}};
  const Garment* neighbour = from ? find_garment(annotation, border->garment) : nullptr;
  if (!neighbour) return snapped;
  const auto began = nearest_on_outline(neighbour->region, *from, kOnBorder);
  if (began && began->ring == border->place.ring) {
    snapped.way = way_along(neighbour->region.rings[began->ring], *began, border->place);
  }
  return snapped;
}

}  // namespace jaedan
