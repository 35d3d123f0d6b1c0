#pragma once

#include <cstdint>
#include <vector>

#include "labeling/domain/image.h"

namespace jaedan::inference {

/// A photo as the network takes it.
struct NetworkInput {
  int width = 0;              ///< divisible by 32
  int height = 0;             ///< divisible by 32
  std::vector<float> pixels;  ///< height × width × RGB, [−1, 1]
};

/// What lies outside a photo: the mean colour of ImageNet's photos, in training as in use.
inline constexpr std::uint8_t kOutsideRgb[3] = {124, 116, 104};

struct InputSize {
  int width = 0;
  int height = 0;
};

/// The size at which the network looks at a photo: about the area of `trained`, the sides as near to the photo's
/// proportion as multiples of 32 allow. So nothing is cut off or padded; the two directions may be scaled by
/// slightly different factors.
InputSize input_size_for(int photo_width, int photo_height, InputSize trained);

/// Scales (averaging areas when it shrinks) and normalises to x/127.5 − 1.
NetworkInput prepare_input(const ImageView& photo, InputSize size);

}  // namespace jaedan::inference
