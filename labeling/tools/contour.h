#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "labeling/domain/annotation.h"

namespace jaedan {

/// A place on a region's outline. Image space.
struct OutlinePlace {
  std::size_t ring = 0;
  std::size_t edge = 0;  ///< the vertex at which the edge starts
  double along = 0;      ///< [0, 1) of the edge; 0 is the vertex itself
  Point at;
};

/// The place of `region` nearest to `at`, a vertex within `reach_px` before any edge; nothing when none is in reach.
std::optional<OutlinePlace> nearest_on_outline(const Region& region, Point at, double reach_px);

/// A place on a garment's outline.
struct BorderPlace {
  GarmentId garment;
  OutlinePlace place;
};
/// The nearest place on the outlines of visible garments, vertices before edges; `except` is left out. `bounds`: around
/// each of the garments, in order, where that is known.
std::optional<BorderPlace> nearest_border(const Annotation& annotation, Point at, double reach_px, GarmentId except,
                                          const std::vector<Rect>* bounds = nullptr);

/// The outline's points from one place to another of the same ring, both included, the shorter way round: what a shape
/// beside it shares of its border.
Ring border_between(const Ring& ring, const OutlinePlace& from, const OutlinePlace& to);

/// The ring with one of its two stretches between `from` and `to` replaced by `path` (the points drawn between them):
/// the stretch that runs nearer to what was drawn goes.
Ring redrawn(const Ring& ring, const OutlinePlace& from, const OutlinePlace& to, const std::vector<Point>& path);

}  // namespace jaedan
