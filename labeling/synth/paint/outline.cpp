#include "labeling/synth/paint/outline.h"

#include <algorithm>
#include <cmath>

namespace jaedan::labeling::synth {
namespace {

constexpr int kStepsPerKnot = 10;

Point catmull_rom(Point a, Point b, Point c, Point d, double t) {
  const double t2 = t * t;
  const double t3 = t2 * t;
  return (b * 2.0 + (c - a) * t + (a * 2.0 - b * 5.0 + c * 4.0 - d) * t2 + (b * 3.0 - a - c * 3.0 + d) * t3) * 0.5;
}

double length_of(const Polyline& line) {
  double length = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    length += distance(line[i - 1], line[i]);
  }
  return length;
}

}  // namespace

Ring closed_curve(const std::vector<Knot>& knots) {
  const std::size_t n = knots.size();
  Ring ring;
  for (std::size_t i = 0; i < n; ++i) {
    const Knot& from = knots[i];
    const Knot& to = knots[(i + 1) % n];
    if (from.corner && to.corner) {
      ring.push_back(from.at);
      continue;
    }
    // A corner has no neighbour beyond it, so the curve leaves it straight.
    const Point before = from.corner ? from.at : knots[(i + n - 1) % n].at;
    const Point after = to.corner ? to.at : knots[(i + 2) % n].at;
    for (int step = 0; step < kStepsPerKnot; ++step) {
      ring.push_back(catmull_rom(before, from.at, to.at, after, step / static_cast<double>(kStepsPerKnot)));
    }
  }
  return ring;
}

Polyline open_curve(const Polyline& points) {
  if (points.size() < 3) return points;
  Polyline line;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const Point before = i == 0 ? points[0] : points[i - 1];
    const Point after = i + 2 < points.size() ? points[i + 2] : points.back();
    for (int step = 0; step < kStepsPerKnot; ++step) {
      line.push_back(catmull_rom(before, points[i], points[i + 1], after, step / static_cast<double>(kStepsPerKnot)));
    }
  }
  line.push_back(points.back());
  return line;
}

Ring tube(const Polyline& centre, const std::vector<double>& half_widths) {
  const Polyline line = open_curve(centre);
  Ring left;
  Ring right;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Point ahead = direction(line[i == 0 ? 0 : i - 1], line[i + 1 < line.size() ? i + 1 : i]);
    const double place = static_cast<double>(i) / (line.size() - 1) * (half_widths.size() - 1);
    const auto knot = std::min(static_cast<std::size_t>(place), half_widths.size() - 2);
    const double t = place - knot;
    const double eased = t * t * (3 - 2 * t);
    const double half = half_widths[knot] * (1 - eased) + half_widths[knot + 1] * eased;
    left.push_back(line[i] + turned(ahead) * half);
    right.push_back(line[i] - turned(ahead) * half);
  }
  left.insert(left.end(), right.rbegin(), right.rend());
  return left;
}

Ring ellipse(Point centre, double radius_x, double radius_y, double angle) {
  constexpr int kPoints = 48;
  Ring ring;
  for (int i = 0; i < kPoints; ++i) {
    const double a = i * 6.283185307179586 / kPoints;
    const double x = radius_x * std::cos(a);
    const double y = radius_y * std::sin(a);
    ring.push_back(centre +
                   Point{x * std::cos(angle) - y * std::sin(angle), x * std::sin(angle) + y * std::cos(angle)});
  }
  return ring;
}

Point lerp(Point a, Point b, double t) { return a + (b - a) * t; }

Point direction(Point from, Point to) {
  const double length = distance(from, to);
  if (length < 1e-9) return {0, 1};
  return (to - from) * (1 / length);
}

Point point_along(const Polyline& line, double t) {
  double left = length_of(line) * t;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double step = distance(line[i - 1], line[i]);
    if (left <= step && step > 0) return lerp(line[i - 1], line[i], left / step);
    left -= step;
  }
  return line.back();
}

Polyline piece_of(const Polyline& line, double from, double to) {
  constexpr int kPoints = 16;
  Polyline piece;
  for (int i = 0; i <= kPoints; ++i) {
    piece.push_back(point_along(line, from + (to - from) * i / kPoints));
  }
  return piece;
}

}  // namespace jaedan::labeling::synth
