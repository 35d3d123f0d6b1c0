#pragma once

#include "labeling/domain/region.h"

namespace jaedan {

/// Whether two edges of the ring cross each other somewhere inside both. Edges that touch, share a point or lie on top
/// of each other do not: the bridges of one-ring outlines run there and back (labeling/shape/single_ring.h), and
/// outlines along pixels meet at corners. Sorts the edges by x and compares those that overlap there: for outlines O(n
/// log n). Rings with points that are not finite cross nothing.
bool crosses_itself(const Ring& ring);

}  // namespace jaedan
