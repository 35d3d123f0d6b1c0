#pragma once

#include <cstddef>
#include <vector>

#include "labeling/domain/geometry.h"

namespace jaedan::recommender {

/// How close points lie, as a heat map: cells row by row from the top left of `area`.
struct DensityGrid {
  Rect area;
  std::size_t columns = 0;
  std::size_t rows = 0;
  std::vector<float> values;  ///< of each cell, 0…1; the closest place has 1
};

/// Counts the points of each cell and blurs them with a Gaussian of `blur` cells, of which whatever falls outside is
/// lost. Points outside `area` and those that are not finite do not count. No cells where the area is empty or there
/// are no columns or rows; at most 1,024 of either.
DensityGrid density_of(const std::vector<Point>& points, const Rect& area, std::size_t columns, std::size_t rows,
                       double blur = 1.5);

}  // namespace jaedan::recommender
