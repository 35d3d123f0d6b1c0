#include "app/gui/draw/fill_mesh.h"

#include <algorithm>
#include <cmath>

namespace jaedan::gui {
namespace {

struct Edge {
  Point top;
  Point bottom;

  double x_at(double y) const {
    if (y <= top.y) return top.x;
    if (y >= bottom.y) return bottom.x;
    return top.x + (bottom.x - top.x) * (y - top.y) / (bottom.y - top.y);
  }
};

std::vector<Edge> edges_by_top(const Region& region) {
  std::vector<Edge> edges;
  for (const Ring& ring : region.rings) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Point a = ring[i];
      const Point b = ring[(i + 1) % ring.size()];
      if (a.y == b.y) continue;
      edges.push_back(a.y < b.y ? Edge{a, b} : Edge{b, a});
    }
  }
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.top.y < b.top.y; });
  return edges;
}

/// Between two vertex heights edges may still cross (a bow tie); then the strip is cut at the crossings.
void add_strip(const std::vector<const Edge*>& active, double top, double bottom, int depth, FillMesh& mesh) {
  std::vector<const Edge*> order = active;
  const double middle = (top + bottom) / 2;
  std::sort(order.begin(), order.end(),
            [middle](const Edge* a, const Edge* b) { return a->x_at(middle) < b->x_at(middle); });
  for (std::size_t i = 0; i + 1 < order.size() && depth < 4; ++i) {
    const double above = order[i + 1]->x_at(top) - order[i]->x_at(top);
    const double below = order[i + 1]->x_at(bottom) - order[i]->x_at(bottom);
    if (above >= -1e-6 && below >= -1e-6) continue;
    const double cut = top + (bottom - top) * above / (above - below);
    if (!(cut > top + 1e-6 && cut < bottom - 1e-6)) continue;
    add_strip(active, top, cut, depth + 1, mesh);
    add_strip(active, cut, bottom, depth + 1, mesh);
    return;
  }
  for (std::size_t i = 0; i + 1 < order.size(); i += 2) {
    const Edge& left = *order[i];
    const Edge& right = *order[i + 1];
    mesh.push_back({Point{left.x_at(top), top}, Point{right.x_at(top), top}, Point{right.x_at(bottom), bottom},
                    Point{left.x_at(bottom), bottom}});
  }
}

}  // namespace

FillMesh build_fill_mesh(const Region& region) {
  const std::vector<Edge> edges = edges_by_top(region);
  std::vector<double> heights;
  heights.reserve(edges.size() * 2);
  for (const Edge& edge : edges) {
    heights.push_back(edge.top.y);
    heights.push_back(edge.bottom.y);
  }
  std::sort(heights.begin(), heights.end());
  heights.erase(std::unique(heights.begin(), heights.end()), heights.end());

  FillMesh mesh;
  std::vector<const Edge*> active;
  std::size_t next = 0;
  for (std::size_t i = 0; i + 1 < heights.size(); ++i) {
    const double top = heights[i];
    active.erase(std::remove_if(active.begin(), active.end(), [top](const Edge* e) { return e->bottom.y <= top; }),
                 active.end());
    for (; next < edges.size() && edges[next].top.y <= top; ++next) active.push_back(&edges[next]);
    if (!active.empty()) add_strip(active, top, heights[i + 1], 0, mesh);
  }
  return mesh;
}

}  // namespace jaedan::gui
