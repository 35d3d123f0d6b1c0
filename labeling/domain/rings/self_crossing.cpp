#include "labeling/domain/rings/self_crossing.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace jaedan {
namespace {

struct Edge {
  Point from;
  Point to;
  double left() const { return std::min(from.x, to.x); }
  double right() const { return std::max(from.x, to.x); }
  double top() const { return std::min(from.y, to.y); }
  double bottom() const { return std::max(from.y, to.y); }
};

/// Twice the signed area of the triangle; its sign says on which side of a–b the point c lies.
double side_of(const Point& a, const Point& b, const Point& c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool cross(const Edge& a, const Edge& b) {
  if (a.bottom() < b.top() || b.bottom() < a.top()) return false;
  const double b_from = side_of(a.from, a.to, b.from), b_to = side_of(a.from, a.to, b.to);
  const double a_from = side_of(b.from, b.to, a.from), a_to = side_of(b.from, b.to, a.to);
  return ((b_from > 0 && b_to < 0) || (b_from < 0 && b_to > 0)) &&
         ((a_from > 0 && a_to < 0) || (a_from < 0 && a_to > 0));
}

}  // namespace

bool crosses_itself(const Ring& ring) {
  std::vector<Edge> edges;
  edges.reserve(ring.size());
  for (std::size_t i = 0; i < ring.size(); ++i) {
    if (!std::isfinite(ring[i].x) || !std::isfinite(ring[i].y)) return false;
    edges.push_back({ring[i], ring[(i + 1) % ring.size()]});
  }
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.left() < b.left(); });
  for (std::size_t i = 0; i < edges.size(); ++i) {
    for (std::size_t j = i + 1; j < edges.size() && edges[j].left() <= edges[i].right(); ++j) {
      if (cross(edges[i], edges[j])) return true;
    }
  }
  return false;
}

}  // namespace jaedan
