#include "labeling/tools/contour.h"

#include <algorithm>

namespace jaedan {
namespace {

// Where on the segment a–b its point `at` lies.
double share_of(Point a, Point b, Point at) {
  const double length = distance(a, b);
  return length > 0 ? std::min(1.0, distance(a, at) / length) : 0;
}

// The vertices between two places in the ring's own direction.
Ring vertices_between(const Ring& ring, const OutlinePlace& from, const OutlinePlace& to) {
  Ring points;
  if (from.edge == to.edge && from.along <= to.along) return points;
  std::size_t edge = from.edge;
  do {
    edge = (edge + 1) % ring.size();
    points.push_back(ring[edge]);
  } while (edge != to.edge);
  return points;
}

Ring between_ends(const Ring& ring, const OutlinePlace& from, const OutlinePlace& to) {
  Ring line = {from.at};
  const Ring inner = vertices_between(ring, from, to);
  line.insert(line.end(), inner.begin(), inner.end());
  line.push_back(to.at);
  return line;
}

double length_of(const Ring& line) {
  double length = 0;
  for (std::size_t i = 1; i < line.size(); ++i) length += distance(line[i - 1], line[i]);
  return length;
}

double distance_to_line(Point p, const Ring& line) {
  double nearest = distance(p, line.front());
  for (std::size_t i = 1; i < line.size(); ++i) {
    nearest = std::min(nearest, distance_to_segment(p, line[i - 1], line[i]).distance);
  }
  return nearest;
}

// Mean distance of places spread evenly along `line` from `other`.
double mean_distance(const Ring& line, const Ring& other) {
  constexpr int kPlaces = 32;
  const double step = length_of(line) / kPlaces;
  double sum = 0, next = step / 2, walked = 0;
  int places = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double length = distance(line[i - 1], line[i]);
    for (; length > 0 && next <= walked + length && places < kPlaces; next += step, ++places) {
      sum += distance_to_line(line[i - 1] + (line[i] - line[i - 1]) * ((next - walked) / length), other);
    }
    walked += length;
  }
  return places > 0 ? sum / places : distance_to_line(line.front(), other);
}

Ring without_repeats(Ring ring) {
  ring.erase(std::unique(ring.begin(), ring.end()), ring.end());
  while (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
  return ring;
}

}  // namespace

std::optional<OutlinePlace> nearest_on_outline(const Region& region, Point at, double reach_px) {
  std::optional<OutlinePlace> vertex, edge;
  double to_vertex = reach_px, to_edge = reach_px;
  for (std::size_t r = 0; r < region.rings.size(); ++r) {
    const Ring& ring = region.rings[r];
    for (std::size_t i = 0; i < ring.size(); ++i) {
      if (const double d = distance(at, ring[i]); d <= to_vertex) to_vertex = d, vertex = {r, i, 0, ring[i]};
      const Point end = ring[(i + 1) % ring.size()];
      const SegmentDistance d = distance_to_segment(at, ring[i], end);
      const double along = share_of(ring[i], end, d.nearest);
      if (d.distance <= to_edge && along < 1) to_edge = d.distance, edge = {r, i, along, d.nearest};
    }
  }
  return vertex ? vertex : edge;
}

std::optional<BorderPlace> nearest_border(const Annotation& annotation, Point at, double reach_px, GarmentId except,
                                          const std::vector<Rect>* bounds) {
  std::optional<BorderPlace> best;
  for (std::size_t i = 0; i < annotation.garments.size(); ++i) {
    const Garment& garment = annotation.garments[i];
    if (garment.hidden || garment.id == except) continue;
    if (bounds && bounds->size() == annotation.garments.size() && !within((*bounds)[i], reach_px, at)) continue;
    const auto place = nearest_on_outline(garment.region, at, reach_px);
    if (!place) continue;
    const auto rank = [at](const OutlinePlace& p) { return std::pair(p.along > 0, distance(at, p.at)); };
    if (!best || rank(*place) < rank(best->place)) best = {garment.id, *place};
  }
  return best;
}

Ring border_between(const Ring& ring, const OutlinePlace& from, const OutlinePlace& to) {
  const Ring onward = between_ends(ring, from, to);
  Ring back = between_ends(ring, to, from);
  std::reverse(back.begin(), back.end());
  Ring shorter = length_of(onward) <= length_of(back) ? onward : back;
  shorter.erase(std::unique(shorter.begin(), shorter.end()), shorter.end());
  return shorter;
}

Ring redrawn(const Ring& ring, const OutlinePlace& from, const OutlinePlace& to, const std::vector<Point>& path) {
  Ring drawn = {from.at};
  drawn.insert(drawn.end(), path.begin(), path.end());
  drawn.push_back(to.at);
  const Ring onward = between_ends(ring, from, to), back = between_ends(ring, to, from);
  const bool replaces_onward = mean_distance(onward, drawn) <= mean_distance(back, drawn);
  Ring result = drawn;
  if (!replaces_onward) std::reverse(result.begin(), result.end());
  const Ring& kept = replaces_onward ? back : onward;
  result.insert(result.end(), kept.begin(), kept.end());
  return without_repeats(std::move(result));
}

}  // namespace jaedan
