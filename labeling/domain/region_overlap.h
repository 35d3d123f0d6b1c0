#pragma once

#include "labeling/domain/region.h"

namespace jaedan {

/// Whether the rectangles have an area in common; touching is not enough.
bool overlaps(const Rect& a, const Rect& b);

/// The area that two regions share, as a fraction of the smaller one's: 1 when it lies inside the other
/// (even–odd), 0 when they do not meet or one has no area. Measured on a grid of 32 × 32 points, so right to a
/// few hundredths; good for "mostly", not for scores.
double overlap_of_smaller(const Region& a, const Region& b);

/// Whether one of the two lies mostly on the other: more than half of the smaller one.
bool overlap_mostly(const Region& a, const Region& b);

}  // namespace jaedan
