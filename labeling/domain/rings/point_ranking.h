#pragma once

#include <vector>

#include "labeling/domain/region.h"

namespace jaedan {

/// The points of a region by how much shape goes with them (Visvalingam and Whyatt, 1993): many thresholds can be tried
/// at the price of one.
class PointRanking {
 public:
  explicit PointRanking(Region region);
  /// Without the points whose triangle, when their turn came, was at most `area_px`; three of a ring stay. Rings below
  /// `least_area_px` go away.
  Region without(double area_px, double least_area_px) const;

 private:
  Region region_;
  std::vector<std::vector<double>> areas_;  ///< by ring and point
};

}  // namespace jaedan
