#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "labeling/domain/part.h"

namespace jaedan::inference {

/// What the network says of a pixel. 1–4 are `mask_value(Part)`; the others keep a garment apart from what
/// touches it and count as "no garment" in every result.
enum class PixelClass : std::uint8_t {
  kNothing = 0,
  kOuter = 1,
  kTop = 2,
  kBottom = 3,
  kDress = 4,
  kBody = 5,  ///< skin, hair, face
  kShoes = 6,
  kLegwear = 7,
  kAccessory = 8,
};

inline constexpr int kPixelClassCount = 9;
inline constexpr int kPartCount = 4;

/// Label values that are no class: a pixel that teaches nothing, and one that is any class but a garment.
inline constexpr std::uint8_t kIgnoredPixel = 255;
inline constexpr std::uint8_t kNoGarmentPixel = 254;

inline constexpr std::array<std::string_view, kPixelClassCount> kPixelClassNames = {
    "nothing", "outer", "top", "bottom", "dress", "body", "shoes", "legwear", "accessory"};

}  // namespace jaedan::inference
