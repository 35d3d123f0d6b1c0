#pragma once

#include "labeling/base/result.h"
#include "labeling/domain/image.h"

namespace jaedan::labeling {

/// The image with its longer side brought down to `max_side` pixels, each new pixel the mean of those it covers (area
/// filter); smaller images come back as they are. No side goes below one pixel. kInvalidArgument when empty.
Result<Image> shrink_to_fit(ImageView image, int max_side);

}  // namespace jaedan::labeling
