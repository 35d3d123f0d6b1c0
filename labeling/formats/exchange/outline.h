#pragma once

#include <vector>

#include "labeling/domain/region.h"

namespace jaedan::labeling {

/// The region inside an outline as other tools write it: closed or not, holes and pieces perhaps joined by bridges
/// (single_ring.h). Empty for fewer than three places and for points that all lie on one line.
Region region_of_outline(Ring points);

/// The four corners of a rectangle, turned or not, in any order. Empty unless there are four, and some area.
Region region_of_corners(Ring corners);

/// An upright box between two opposite corners; empty without area.
Region region_of_box(Point corner, Point opposite);

}  // namespace jaedan::labeling
