#pragma once

#include <vector>

#include "labeling/domain/geometry.h"

namespace jaedan {

/// The place of a garment in its photo: any number of rings under the even–odd rule, so a ring inside
/// a ring is a hole and disjoint rings are pieces. Orientation means nothing. A region is exact; it
/// becomes one K-Fashion ring only on export (formats/single_ring.h).
struct Region {
  std::vector<Ring> rings;

  bool empty() const { return rings.empty(); }
  friend bool operator==(const Region& a, const Region& b) { return a.rings == b.rings; }
  friend bool operator!=(const Region& a, const Region& b) { return !(a == b); }
};

/// Smallest Rect around all rings; empty at the origin for an empty region.
Rect bounds_of(const Region& region);
/// Even–odd test over all rings.
bool contains(const Region& region, Point p);
/// Area in square pixels: rings at an odd nesting depth are holes. Exact for rings that do not cross.
double area_px(const Region& region);
/// Number of points over all rings.
std::size_t point_count(const Region& region);
/// How many other rings of `region` lie around ring `index`: even = a piece, odd = a hole.
int nesting_depth(const Region& region, std::size_t index);

}  // namespace jaedan
