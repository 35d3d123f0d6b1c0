#pragma once

#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/region.h"

namespace jaedan::labeling {

/// What two regions make together. Points that belonged to either come back bit for bit; only where outlines cross are
/// there new ones, to 1/4096 pixel. Empty regions are allowed everywhere. Image space;
/// coordinates are finite and below 1e9.
Region united(const Region& a, const Region& b);
/// What all of them make together; a region alone comes back as it is.
Region united(std::vector<Region> regions);
/// What of `a` is not in `b`.
Region subtracted(const Region& a, const Region& b);
/// What is in both.
Region shared(const Region& a, const Region& b);

/// The region's separate pieces, each with its holes, largest first; rings that cross are taken apart.
std::vector<Region> pieces_by_area(const Region& region);

/// What a round brush of `radius_px` paints along `path`; a single point is a disk. Empty for an empty path or a
/// radius that is not above 0.
Region brushed(const std::vector<Point>& path, double radius_px);

/// A region cut in two.
struct SlicedRegion {
  Region kept;     ///< of every piece that the line cut the largest part, and the pieces it did not reach
  Region cut_off;  ///< the rest
};
/// Cuts along `line`, which has to go all the way across at least one piece, else kInvalidArgument. What lies on either
/// side of it keeps its shape; the two are 1/2048 pixel apart.
Result<SlicedRegion> sliced(const Region& region, const std::vector<Point>& line);

}  // namespace jaedan::labeling
