#pragma once

#include <cmath>

#include "app/gui/draw/fill_mesh.h"

namespace jaedan::gui {

/// All trapezoids of a mesh together; they do not overlap.
inline double area_of(const FillMesh& mesh) {
  double area = 0;
  for (const Trapezoid& t : mesh) area += std::abs(signed_area({t.begin(), t.end()}));
  return area;
}

}  // namespace jaedan::gui
