#pragma once

#include <vector>

#include "inference/colour/oklab.h"
#include "labeling/domain/image.h"
#include "labeling/domain/region.h"

namespace jaedan::inference {

/// Colours of about `most` places spread evenly over `region`: away from its border, where the pixels mix with what
/// lies beside the garment, and from edges inside it, as far as enough is left. Fewer when the region is small; none
/// when it is empty or outside the image.
std::vector<Oklab> region_samples(ImageView image, const Region& region, int most);

}  // namespace jaedan::inference
