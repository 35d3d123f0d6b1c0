#pragma once

#include <cstdint>

#include "labeling/domain/image.h"
#include "labeling/domain/mask.h"
#include "labeling/domain/region.h"

namespace jaedan::inference {

/// A garment alone in a square picture of about its own size: its pixels, centred with a narrow margin; the rest is
/// kOutsideRgb (preprocess.h), so that nothing beside it says anything. The pixels of `photo` where `mask`, of the same
/// size, equals `value`. Empty when there are none.
Image garment_alone(const ImageView& photo, const Mask& mask, std::uint8_t value);
/// The same of a region in image space. Empty when it has no pixel in the photo.
Image garment_alone(const ImageView& photo, const Region& garment);

}  // namespace jaedan::inference
