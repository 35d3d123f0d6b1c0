#pragma once

#include <array>
#include <vector>

#include "inference/segmentation_classes.h"
#include "labeling/domain/mask.h"
#include "labeling/domain/region.h"

namespace jaedan::inference {

/// The network's word on a photo, class by class, row by row: value (c, y, x) speaks of the cell of the photo that is
/// 1/width wide and 1/height high. Logits before the softmax.
struct ClassScores {
  int width = 0;
  int height = 0;
  std::vector<float> logits;  ///< kPixelClassCount × height × width

  float at(int c, int x, int y) const { return logits[(std::size_t(c) * height + y) * width + x]; }
};

/// What turns pixels into garments. Shares are of the photo's area where not said otherwise.
struct RegionRules {
  double work_area_px = 600'000;       ///< outlines are found at the photo's size up to this area
  double least_garment_share = 0.004;  ///< a part below this is not there
  double least_piece_share = 0.1;      ///< of its garment; smaller pieces are dropped
  double largest_hole_share = 0.01;    ///< of its garment; smaller holes are filled
  double tolerance_px = 0.8;           ///< how far `simplify` may move the outline, at the size it was found
  /// Allow a dress, or a top with a bottom, but not a bit of each, whichever explains the photo better. Off: on
  /// street photos it costs more garments (people do wear a top over a dress) than it sets right.
  bool one_reading = false;
};

/// One garment of one photo.
struct PartRegion {
  Part part = Part::kTop;
  Region region;               ///< image space of the photo
  double confidence = 0;       ///< mean probability of the part over the region
  std::vector<float> weights;  ///< how much of each cell of the scores lies in the region, [0, 1]
};

/// The garments of a photo, at most one of a part, in the order bottom, top, dress, outer (the last one on top).
/// They do not overlap but for the smoothing of their outlines. `photo_width`, `photo_height` in pixels.
std::vector<PartRegion> find_parts(const ClassScores& scores, int photo_width, int photo_height,
                                   const RegionRules& rules = {});

/// How much of each cell of a grid over the photo lies in `region` (image space), row by row, [0, 1]. A region that
/// slips between the cells counts as one cell, so that the sum is never 0 unless the region is outside the photo.
std::vector<float> cell_weights(const Region& region, int photo_width, int photo_height, int columns, int rows);

/// Softmax over the classes, in place of the logits.
std::vector<float> probabilities_of(const ClassScores& scores);

/// The steps of find_parts, each on its own:

/// Which classes may be said of the photo: all, or with `one_reading` all but the dress, or all but top and bottom.
std::array<bool, kPixelClassCount> allowed_classes(const ClassScores& scores, const RegionRules& rules);
/// The likeliest allowed class of every pixel at `width` × `height`, scores interpolated between cell centres.
Mask label_pixels(const ClassScores& scores, const std::array<bool, kPixelClassCount>& allowed, int width, int height);
/// Drops what is too small and fills small holes; everything that is no part becomes 0.
void clean_parts(Mask& labels, const RegionRules& rules);

}  // namespace jaedan::inference
