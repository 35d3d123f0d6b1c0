#pragma once

#include "labeling/domain/region.h"

namespace jaedan::labeling {

/// The region as one ring, the only form that K-Fashion files know. Pieces and holes are joined along *bridges*:
/// two edges on top of each other that run there and back between a point of one ring and a point of the next,
/// so they enclose nothing. Pieces run clockwise and holes counter-clockwise on screen: the even–odd and the
/// non-zero rule fill the same pixels. The bridges are short (a least spanning tree over the rings' points).
/// A region of one ring comes back as it is. Rings of under three points are left out when there are others.
Ring to_single_ring(const Region& region);

/// The ring with the largest area, for readers that stumble over bridges; an empty ring for an empty region.
Ring largest_ring(const Region& region);

/// Undoes `to_single_ring`: cuts a ring at each pair of edges that run there and back, where both sides keep three
/// points or more. The area never changes, under either rule. A ring without such pairs comes back as it is, as a
/// region of one ring; an empty ring gives an empty region.
Region from_single_ring(const Ring& ring);

}  // namespace jaedan::labeling
