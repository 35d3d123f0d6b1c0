#pragma once

#include <optional>
#include <vector>

#include "labeling/domain/annotation.h"

namespace jaedan {

struct SnapOptions {
  double reach_px = 6;  ///< image pixels: how near a border has to be
  GarmentId except;     ///< the garment that is being changed: it does not hold its own points
  Rect frame;           ///< the photo, whose sides hold points too; empty: they do not
  /// Around each of the garments, in order, where that is known.
  const std::vector<Rect>* bounds = nullptr;
};

/// A place that a border holds on to. Image space.
struct Snapped {
  Point at;
  Ring way;  ///< from the point before, along the border that both lie on; neither end is in it
};

/// The nearest place on a neighbour's border – a vertex in reach before any edge – or else on the photo's sides;
/// nothing when neither is in reach. When `from` lies on the same ring, `way` follows the border the shorter way round,
/// so that two garments side by side share their points.
std::optional<Snapped> snap(const Annotation& annotation, Point at, std::optional<Point> from,
                            const SnapOptions& options);

}  // namespace jaedan
