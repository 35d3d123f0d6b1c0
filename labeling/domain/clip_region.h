#pragma once

#include "labeling/domain/region.h"

namespace jaedan {

/// The part of `region` inside `frame`: Sutherland–Hodgman (1974), ring by ring, which keeps the even–odd
/// area exact; a ring that leaves and comes back runs along the frame's border in between. Rings that
/// enclose nothing afterwards are dropped.
Region clip_to(const Region& region, const Rect& frame);
/// The region with its coordinates multiplied: from pixels of a photo to those of a larger or smaller one.
Region scaled(Region region, double x, double y);

}  // namespace jaedan
