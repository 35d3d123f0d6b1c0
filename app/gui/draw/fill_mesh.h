#pragma once

#include <array>
#include <vector>

#include "labeling/domain/region.h"

namespace jaedan::gui {

/// A region's inside as trapezoids with two horizontal sides: {top left, top right, bottom right, bottom
/// left}, image space. Exact for every zoom, holes included.
using Trapezoid = std::array<Point, 4>;
using FillMesh = std::vector<Trapezoid>;

/// Cuts `region` (even–odd) into trapezoids at the heights of its vertices and edge crossings.
FillMesh build_fill_mesh(const Region& region);

}  // namespace jaedan::gui
