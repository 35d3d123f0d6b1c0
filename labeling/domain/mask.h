#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "labeling/domain/region.h"

namespace jaedan {

/// One 8-bit value a pixel, rows without padding. As a binary mask 0 is outside and anything else
/// inside; as a label map the values are `mask_value(Part)` (part.h).
struct Mask {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> pixels;

  static Mask of_size(int width, int height) {
    return {width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * height)};
  }
  std::uint8_t& at(int x, int y) { return pixels[static_cast<std::size_t>(y) * width + x]; }
  std::uint8_t at(int x, int y) const { return pixels[static_cast<std::size_t>(y) * width + x]; }
};

/// Paints `value` over every pixel of `mask` whose centre lies in `region` (even–odd). Parts of the
/// region outside the mask are cut off.
void fill(Mask& mask, const Region& region, std::uint8_t value);
/// What a binary mask that is made here holds inside.
inline constexpr std::uint8_t kInside = 255;
/// A binary mask (0 or kInside) of `region`.
Mask rasterize(const Region& region, int width, int height);
/// The exact outline, along pixel edges, of the pixels that equal `value`: `rasterize` gives the same
/// pixels back. Diagonal neighbours are separate pieces. Collinear points are left out.
Region trace(const Mask& mask, std::uint8_t value);
/// As above for a binary mask: every pixel that is not 0.
Region trace(const Mask& mask);
/// Pixels in both over pixels in either; 1 when both are empty. Sizes must agree.
double iou(const Mask& a, const Mask& b);

}  // namespace jaedan
