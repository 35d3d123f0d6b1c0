#pragma once

#include <array>
#include <vector>

#include "inference/garments/class_scores.h"
#include "inference/garments/figures.h"
#include "inference/garments/outline.h"
#include "inference/garments/part_set.h"
#include "inference/garments/segmentation_classes.h"

namespace jaedan::inference {

/// What turns pixels into garments. Shares are of the photo's area where not said otherwise.
struct RegionRules {
  double work_area_px = 600'000;       ///< outlines are found at the photo's size up to this area
  double least_garment_share = 0.004;  ///< a part below this is not there
  double least_piece_share = 0.1;      ///< of its garment; smaller pieces are dropped
  double largest_hole_share = 0.01;    ///< of its garment; smaller holes are filled
  OutlineRules outline;                ///< at the size the outlines are found
};

/// One garment of one photo.
struct PartRegion {
  Part part = Part::kTop;
  Region region;               ///< image space of the photo
  std::vector<float> weights;  ///< how much of each cell of the scores lies in the region, [0, 1]
};

/// The garments of one figure (its number in `figures`), read as showing `shown` and no other parts: at most one of a
/// part, in the order bottom, top, dress, outer (the last one on top). They do not overlap but for the smoothing of
/// their outlines. `photo_width`, `photo_height` in pixels.
std::vector<PartRegion> find_parts(const ClassScores& scores, const Figures& figures, int figure, int photo_width,
                                   int photo_height, PartSet shown = kEveryPart, const RegionRules& rules = {});

/// How much of each cell of a grid over the photo lies in `region` (image space), row by row, [0, 1]. A region that
/// slips between the cells counts as one cell, so that the sum is never 0 unless the region is outside the photo.
std::vector<float> cell_weights(const Region& region, int photo_width, int photo_height, int columns, int rows);

/// A step of find_parts: drops what is too small and fills small holes; everything that is no part becomes 0.
void clean_parts(Mask& labels, const RegionRules& rules);

}  // namespace jaedan::inference
