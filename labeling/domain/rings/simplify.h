#pragma once

#include "labeling/domain/region.h"

namespace jaedan {

/// How far `simplify` may move an outline.
struct SimplifyOptions {
  double tolerance_px = 1.0;    ///< largest distance of a removed point from the new outline
  double least_area_px = 16.0;  ///< rings (pieces and holes) below this area are dropped
};

/// Fewer points for the same shape, ring by ring: Douglas–Peucker (1973) on the closed ring, cut at its
/// two farthest points. Rings that fall below three points or `least_area_px` go away.
Region simplify(const Region& region, const SimplifyOptions& options);

/// Takes the staircase out of a traced outline: every edge's middle replaces the pixel corners, so that
/// a slanted border of steps becomes a line. Moves the outline by at most half a pixel, at corners between edges of
/// one or two pixels by at most 0.71.
Region smooth_staircase(const Region& region);

}  // namespace jaedan
