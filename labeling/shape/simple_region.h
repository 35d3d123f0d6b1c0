#pragma once

#include <vector>

#include "labeling/domain/region.h"

namespace jaedan::labeling {

/// Whether a ring of the region lies in another.
bool has_hole(const Region& region);
/// The pieces of a region, each with the holes that lie in it: regions of one piece. Together they are the region.
std::vector<Region> pieces_of(const Region& region);

}  // namespace jaedan::labeling
