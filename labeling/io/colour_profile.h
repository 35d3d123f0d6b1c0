#pragma once

#include <string_view>

#include "labeling/domain/image.h"

namespace jaedan::labeling {

/// Turns colours of the space that `icc` (an ICC profile, as files embed it) describes into sRGB, in place, by relative
/// colorimetric intent; what sRGB cannot show is cut off. Grey profiles take the red channel of a grey image. Leaves
/// the image as it is without a profile, for one that is sRGB, cannot be read, or is of neither RGB nor grey.
void convert_to_srgb(std::string_view icc, Image& image);

}  // namespace jaedan::labeling
