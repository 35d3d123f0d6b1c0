#pragma once

#include "labeling/domain/geometry.h"
#include "labeling/domain/mask.h"

namespace jaedan::inference {

/// Smallest Rect of whole pixels around those that are not 0; empty without any.
Rect bounds_of(const Mask& mask);
/// Around those that equal `value`.
Rect bounds_of(const Mask& mask, std::uint8_t value);
/// The whole pixels that a Rect covers of a picture, at least one.
Rect whole_pixels(const Rect& rect, int width, int height);
/// The pixels of `mask` within `box`, which is whole pixels of it.
Mask cut_out(const Mask& mask, const Rect& box);

}  // namespace jaedan::inference
