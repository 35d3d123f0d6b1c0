#pragma once

#include <vector>

#include "labeling/domain/geometry.h"

namespace jaedan::labeling::synth {

/// A line of points, not closed.
using Polyline = std::vector<Point>;

/// A control point of a drawn outline. The curve (Catmull–Rom) runs through all of them; at a corner it may turn
/// sharply.
struct Knot {
  Point at;
  bool corner = false;
};

inline Knot smooth(Point p) { return {p, false}; }
inline Knot corner(Point p) { return {p, true}; }

/// Fine points of the closed curve through `knots`.
Ring closed_curve(const std::vector<Knot>& knots);
/// Fine points of the open curve through `points`.
Polyline open_curve(const Polyline& points);
/// The outline of a limb or sleeve: a curve with a half width at each of its points (same count as `centre`), cut
/// straight at both ends.
Ring tube(const Polyline& centre, const std::vector<double>& half_widths);
/// An ellipse, turned by `angle` radians.
Ring ellipse(Point centre, double radius_x, double radius_y, double angle = 0);

Point lerp(Point a, Point b, double t);
/// Unit length; {0, 1} for a zero vector.
Point direction(Point from, Point to);
/// A quarter turn: right becomes down on screen.
inline Point turned(Point p) { return {-p.y, p.x}; }
/// The point at fraction t of the way along `line`, by length.
Point point_along(const Polyline& line, double t);
/// The piece of `line` between two fractions of its length.
Polyline piece_of(const Polyline& line, double from, double to);

}  // namespace jaedan::labeling::synth
