#pragma once

#include <optional>
#include <string>

#include "labeling/domain/image.h"
#include "labeling/domain/region.h"

namespace jaedan::inference {

/// A K-Fashion colour id ("black", "sky_blue", …) and how sure it is, [0, 1]. The score is a fit to prototypes, not a
/// calibrated chance.
struct NamedColour {
  std::string id;
  double score = 0;
  std::string next_id;  ///< the name that fits next best; empty when none does, and for gold and silver
  double next_score = 0;
};

/// What a person would call the colours of a garment.
struct ColourNames {
  NamedColour main;                ///< id empty when the region shows no pixel of the image
  std::optional<NamedColour> sub;  ///< the second colour, when there is one worth a word; never the main's id
};

/// Names the colours of the garment at `region` (image space of `image`): samples its inside, groups the samples into
/// dyes regardless of light and shadow, and compares the dyes with prototypes of the 21 K-Fashion colours in OKLab.
/// Neon, gold and silver are said on strong evidence only. About a millisecond, whatever the size of the photo; the
/// same input gives the same answer. Thread-safe. No training data needed, so it works from the first photo on.
ColourNames name_colours(ImageView image, const Region& region);

}  // namespace jaedan::inference
