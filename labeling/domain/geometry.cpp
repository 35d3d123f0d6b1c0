#include "labeling/domain/geometry.h"

#include <algorithm>
#include <cmath>

namespace jaedan {

double shared_area(const Rect& a, const Rect& b) {
  const double width = std::min(a.right(), b.right()) - std::max(a.x, b.x);
  const double height = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
  return std::max(width, 0.0) * std::max(height, 0.0);
}

// std::hypot guards against overflow, which no photo is large enough for, and takes five times as long.
double distance(Point a, Point b) {
  const Point way = b - a;
  return std::sqrt(dot(way, way));
}

double dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }

double cross(Point a, Point b, Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

SegmentDistance distance_to_segment(Point p, Point a, Point b) {
  const Point edge = b - a;
  const double length_squared = dot(edge, edge);
  const double t = length_squared > 0 ? std::clamp(dot(p - a, edge) / length_squared, 0.0, 1.0) : 0.0;
  const Point nearest = a + edge * t;
  return {distance(p, nearest), nearest};
}

double signed_area(const Ring& ring) {
  double twice = 0;
  for (std::size_t i = 0, n = ring.size(); i < n; ++i) {
    const Point& a = ring[i];
    const Point& b = ring[(i + 1) % n];
    twice += a.x * b.y - b.x * a.y;
  }
  return twice / 2;
}

Rect bounds_of(const Ring& ring) {
  if (ring.empty()) return {};
  Point low = ring.front();
  Point high = ring.front();
  for (const Point& p : ring) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
  return {low.x, low.y, high.x - low.x, high.y - low.y};
}

bool within(const Rect& rect, double margin, Point p) {
  return p.x >= rect.x - margin && p.x <= rect.right() + margin && p.y >= rect.y - margin &&
         p.y <= rect.bottom() + margin;
}

bool contains(const Ring& ring, Point p) {
  bool inside = false;
  for (std::size_t i = 0, n = ring.size(), j = n - 1; i < n; j = i++) {
    const Point& a = ring[i];
    const Point& b = ring[j];
    if ((a.y > p.y) == (b.y > p.y)) continue;
    if (p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

}  // namespace jaedan
