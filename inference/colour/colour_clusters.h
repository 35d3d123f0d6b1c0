#pragma once

#include <vector>

#include "inference/colour/oklab.h"

namespace jaedan::inference {

/// The samples of one dye of a garment, in light and in shadow.
struct ColourCluster {
  Oklab centre;      ///< the dye as it looks in ordinary light: without the darkest folds and the highlights
  double share = 0;  ///< of all samples
};

/// The dyes of a garment, the largest first. k-means++ (Arthur and Vassilvitskii 2007, with farthest-first instead of
/// random seeds, so that the answer is always the same) in OKLab with half weight on lightness, then clusters that
/// differ only as light and shadow do are joined. Empty without samples.
std::vector<ColourCluster> colour_clusters(const std::vector<Oklab>& samples);

}  // namespace jaedan::inference
