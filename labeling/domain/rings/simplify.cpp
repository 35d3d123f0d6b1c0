#include "labeling/domain/rings/simplify.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jaedan {
namespace {

/// Marks the points of ring[first…last] (indices taken round) that Douglas–Peucker keeps. An explicit
/// stack: a traced outline of a hundred thousand points must not exhaust the call stack.
void mark_kept(const Ring& ring, std::size_t first, std::size_t last, double tolerance_px, std::vector<char>& keep) {
  std::vector<std::pair<std::size_t, std::size_t>> open = {{first, last}};
  const std::size_t n = ring.size();
  while (!open.empty()) {
    const auto [from, to] = open.back();
    open.pop_back();
    double farthest = tolerance_px;
    std::size_t split = from;
    for (std::size_t i = from + 1; i < to; ++i) {
      const double d = distance_to_segment(ring[i % n], ring[from % n], ring[to % n]).distance;
      if (d > farthest) {
        farthest = d;
        split = i;
      }
    }
    if (split == from) continue;
    keep[split % n] = 1;
    open.emplace_back(from, split);
    open.emplace_back(split, to);
  }
}

std::size_t farthest_from(const Ring& ring, Point p) {
  const auto nearer = [p](const Point& a, const Point& b) { return distance(a, p) < distance(b, p); };
  return static_cast<std::size_t>(std::max_element(ring.begin(), ring.end(), nearer) - ring.begin());
}

Ring simplify_ring(const Ring& ring, double tolerance_px) {
  if (ring.size() <= 3) return ring;
  const std::size_t a = farthest_from(ring, ring.front());
  const std::size_t b = farthest_from(ring, ring[a]);
  const auto [first, second] = std::minmax(a, b);
  std::vector<char> keep(ring.size(), 0);
  keep[first] = keep[second] = 1;
  mark_kept(ring, first, second, tolerance_px, keep);
  mark_kept(ring, second, first + ring.size(), tolerance_px, keep);
  Ring kept;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    if (keep[i]) kept.push_back(ring[i]);
  }
  return kept;
}

}  // namespace

Region simplify(const Region& region, const SimplifyOptions& options) {
  Region result;
  for (const Ring& ring : region.rings) {
    Ring simple = simplify_ring(ring, options.tolerance_px);
    if (simple.size() >= 3 && std::abs(signed_area(simple)) >= options.least_area_px) {
      result.rings.push_back(std::move(simple));
    }
  }
  return result;
}

Region smooth_staircase(const Region& region) {
  Region result;
  for (const Ring& ring : region.rings) {
    Ring smooth;
    smooth.reserve(ring.size() * 2);
    for (std::size_t i = 0, n = ring.size(); i < n; ++i) {
      const Point& a = ring[i];
      const Point& b = ring[(i + 1) % n];
      const double length = distance(a, b);
      if (length <= 2.0) {
        smooth.push_back((a + b) * 0.5);
        continue;
      }
      // A long straight edge is a real border: keep it, cut its corners by half a pixel only.
      const Point step = (b - a) * (0.5 / length);
      smooth.push_back(a + step);
      smooth.push_back(b - step);
    }
    result.rings.push_back(std::move(smooth));
  }
  return result;
}

}  // namespace jaedan
