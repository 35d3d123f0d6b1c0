#pragma once

#include <vector>

#include "labeling/domain/region.h"

namespace jaedan::labeling {

/// One stroke of a round brush that adds to a region, or of an eraser that takes away, as the pointer goes. Image
/// space; what is painted beyond the frame is cut off.
class BrushStroke {
 public:
  struct Brush {
    double radius_px = 10;
    bool erases = false;
  };
  /// `start`: the region before the stroke, empty for a new one. `frame`: the photo.
  BrushStroke(Region start, const Brush& brush, const Rect& frame, Point at);

  /// Goes on through these places: all that the pointer saw since the last frame at once, which is much faster.
  void move(const std::vector<Point>& places);

  /// The region with the stroke so far; empty when nothing is left of it.
  const Region& region() const { return region_; }
  const Brush& brush() const { return brush_; }
  bool changes_something() const { return region_ != start_; }

 private:
  void paint(const std::vector<Point>& path);

  Region start_, painted_, region_;
  Brush brush_;
  Rect frame_;
  Point last_;
  bool touches_ = false;  ///< something of the region changes
};

}  // namespace jaedan::labeling
