#include "labeling/tools/hit_test.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace jaedan {
namespace {

std::optional<Hit> vertex_hit(const Garment& garment, Point at, double tolerance_px) {
  std::optional<Hit> best;
  double best_distance = tolerance_px;
  for (std::size_t r = 0; r < garment.region.rings.size(); ++r) {
    const Ring& ring = garment.region.rings[r];
    for (std::size_t i = 0; i < ring.size(); ++i) {
      // Most points are far away, and there may be many.
      if (std::abs(ring[i].x - at.x) > best_distance || std::abs(ring[i].y - at.y) > best_distance) continue;
      const double d = distance(at, ring[i]);
      if (best ? d < best_distance : d <= best_distance) {
        best = Hit{HitKind::kVertex, garment.id, r, i, ring[i]};
        best_distance = d;
      }
    }
  }
  return best;
}

std::optional<Hit> edge_hit(const Garment& garment, Point at, double tolerance_px) {
  std::optional<Hit> best;
  double best_distance = tolerance_px;
  for (std::size_t r = 0; r < garment.region.rings.size(); ++r) {
    const Ring& ring = garment.region.rings[r];
    if (ring.size() < 2) continue;
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Point& a = ring[i];
      const Point& b = ring[(i + 1) % ring.size()];
      const bool is_far = at.x < std::min(a.x, b.x) - best_distance || at.x > std::max(a.x, b.x) + best_distance ||
                          at.y < std::min(a.y, b.y) - best_distance || at.y > std::max(a.y, b.y) + best_distance;
      if (is_far) continue;
      const SegmentDistance d = distance_to_segment(at, a, b);
      if (best ? d.distance < best_distance : d.distance <= best_distance) {
        best = Hit{HitKind::kEdge, garment.id, r, i, d.nearest};
        best_distance = d.distance;
      }
    }
  }
  return best;
}

std::optional<Hit> body_hit(const Garment& garment, Point at) {
  if (!contains(garment.region, at)) return std::nullopt;
  return Hit{HitKind::kBody, garment.id, 0, 0, at};
}

}  // namespace

std::optional<Hit> hit_test(const Annotation& annotation, Point at, const HitTestOptions& options) {
  std::vector<const Garment*> from_top;
  for (std::size_t i = annotation.garments.size(); i-- > 0;) {
    const Garment& garment = annotation.garments[i];
    const bool is_far = options.bounds != nullptr && i < options.bounds->size() &&
                        !within((*options.bounds)[i], options.tolerance_px, at);
    if (!garment.hidden && !is_far) from_top.push_back(&garment);
  }
  std::vector<const Garment*> preferred_first = from_top;
  std::stable_partition(preferred_first.begin(), preferred_first.end(),
                        [&](const Garment* garment) { return garment->id == options.preferred; });

  for (const Garment* garment : preferred_first) {
    if (auto hit = vertex_hit(*garment, at, options.tolerance_px)) return hit;
  }
  for (const Garment* garment : preferred_first) {
    if (auto hit = edge_hit(*garment, at, options.tolerance_px)) return hit;
  }
  for (const Garment* garment : from_top) {
    if (auto hit = body_hit(*garment, at)) return hit;
  }
  return std::nullopt;
}

}  // namespace jaedan
