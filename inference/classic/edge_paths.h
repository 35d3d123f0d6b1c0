#pragma once

#include <memory>

#include "labeling/base/result.h"
#include "labeling/domain/image.h"
#include "labeling/domain/region.h"

namespace jaedan::inference {

/// Ways along the edges of a photo from one place to every other near it: Intelligent Scissors (Mortensen and Barrett,
/// 1995; OpenCV). Image space throughout. Immutable: may be asked on any thread.
class EdgePaths {
 public:
  /// Looks at the square of `reach_px` to each side of `from`, at no more than kMostSide pixels a side: some ten
  /// milliseconds on one core. kInvalidArgument when `from` is not on the photo; kUnavailable when OpenCV fails.
  static Result<EdgePaths> around(ImageView photo, Point from, double reach_px);
  static constexpr int kMostSide = 384;

  Point from() const;
  /// Points on the way to `to`, both ends left out, as few as keep its shape. Straight (no points) when `to` is out of
  /// reach.
  Ring way_to(Point to) const;

 private:
  struct Map;
  explicit EdgePaths(std::shared_ptr<const Map> map) : map_(std::move(map)) {}
  std::shared_ptr<const Map> map_;
};

}  // namespace jaedan::inference
