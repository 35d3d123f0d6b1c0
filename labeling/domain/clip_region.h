#pragma once

#include "labeling/domain/region.h"

namespace jaedan {

/// The part of `region` inside `frame`: Sutherland–Hodgman (1974), ring by ring, which keeps the even–odd
/// area exact; a ring that leaves and comes back runs along the frame's border in between. Rings that
/// enclose nothing afterwards are dropped.
Region clip_to(const Region& region, const Rect& frame);

}  // namespace jaedan
