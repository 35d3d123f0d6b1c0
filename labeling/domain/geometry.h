#pragma once

#include <vector>

namespace jaedan {

/// A place in a photo. Image space everywhere: unit = one pixel of the photo as shown (EXIF turned),
/// origin at the top left corner, x right, y down. Pixel (column i, row j) covers [i, i+1) × [j, j+1),
/// so its centre is (i + 0.5, j + 0.5).
struct Point {
  double x = 0;
  double y = 0;

  friend bool operator==(const Point& a, const Point& b) { return a.x == b.x && a.y == b.y; }
  friend bool operator!=(const Point& a, const Point& b) { return !(a == b); }
};

inline Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
inline Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
inline Point operator*(Point a, double s) { return {a.x * s, a.y * s}; }

/// Axis-parallel rectangle in image space.
struct Rect {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;

  double right() const { return x + width; }
  double bottom() const { return y + height; }
  bool empty() const { return width <= 0 || height <= 0; }
  friend bool operator==(const Rect& a, const Rect& b) {
    return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height;
  }
  friend bool operator!=(const Rect& a, const Rect& b) { return !(a == b); }
};

/// Area of what lies in both.
double shared_area(const Rect& a, const Rect& b);

/// A closed outline: consecutive points, the last joined to the first, which is not repeated.
using Ring = std::vector<Point>;

double distance(Point a, Point b);
double dot(Point a, Point b);
/// z of the cross product (b − a) × (c − a); positive when a→b→c turns clockwise on screen (y down).
double cross(Point a, Point b, Point c);
/// Distance from `p` to the segment a–b, and the nearest point on it.
struct SegmentDistance {
  double distance = 0;
  Point nearest;
};
SegmentDistance distance_to_segment(Point p, Point a, Point b);

/// Shoelace area; positive for a ring that runs clockwise on screen (y down). 0 below three points.
double signed_area(const Ring& ring);
/// Smallest Rect around the points; an empty Rect at the origin when there are none.
Rect bounds_of(const Ring& ring);
/// Whether `p` lies in the rectangle, or no further than `margin` from it along either axis.
bool within(const Rect& rect, double margin, Point p);
/// Even–odd test; points on the border may fall on either side.
bool contains(const Ring& ring, Point p);

}  // namespace jaedan
