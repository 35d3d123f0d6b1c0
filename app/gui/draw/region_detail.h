#pragma once

#include <vector>

#include "app/gui/draw/fill_mesh.h"
#include "labeling/domain/region.h"

namespace jaedan::gui {

/// A region as it is drawn, image space: without what is too small to be seen at a zoom.
struct RegionDetail {
  std::vector<Ring> rings;
  FillMesh fill;
  double step = 0;  ///< the least distance of neighbouring points
};

/// Of the zoom at which a screen pixel covers `pixel` image pixels; points are about half a screen pixel apart or more.
/// A region smaller than a few pixels becomes its box.
RegionDetail detail_for(const Region& region, double pixel);

/// Whether `detail` was made for about this zoom: neither coarser nor much finer than what is seen.
bool suits(const RegionDetail& detail, double pixel);

}  // namespace jaedan::gui
