#include "inference/garments/mask_bounds.h"

#include <algorithm>
#include <cmath>

namespace jaedan::inference {
namespace {

template <typename Inside>
Rect bounds_where(const Mask& mask, const Inside& is_inside) {
  int left = mask.width, right = -1, top = mask.height, bottom = -1;
  for (int y = 0; y < mask.height; ++y) {
    const std::uint8_t* row = mask.pixels.data() + std::size_t(y) * mask.width;
    const auto first = std::find_if(row, row + mask.width, is_inside);
    if (first == row + mask.width) continue;
    auto last = row + mask.width - 1;
    while (!is_inside(*last)) --last;
    left = std::min(left, static_cast<int>(first - row)), right = std::max(right, static_cast<int>(last - row));
    top = std::min(top, y), bottom = y;
  }
  if (right < left) return {};
  return {double(left), double(top), double(right - left + 1), double(bottom - top + 1)};
}

}  // namespace

Rect whole_pixels(const Rect& rect, int width, int height) {
  const double x0 = std::clamp(std::floor(rect.x), 0.0, width - 1.0);
  const double y0 = std::clamp(std::floor(rect.y), 0.0, height - 1.0);
  const double x1 = std::clamp(std::ceil(rect.right()), x0 + 1, double(width));
  const double y1 = std::clamp(std::ceil(rect.bottom()), y0 + 1, double(height));
  return {x0, y0, x1 - x0, y1 - y0};
}

Rect bounds_of(const Mask& mask) {
  return bounds_where(mask, [](std::uint8_t pixel) { return pixel != 0; });
}

Rect bounds_of(const Mask& mask, std::uint8_t value) {
  return bounds_where(mask, [value](std::uint8_t pixel) { return pixel == value; });
}

Mask cut_out(const Mask& mask, const Rect& box) {
  Mask part = Mask::of_size(static_cast<int>(box.width), static_cast<int>(box.height));
  for (int y = 0; y < part.height; ++y) {
    const auto* row = mask.pixels.data() + (std::size_t(box.y) + y) * mask.width + std::size_t(box.x);
    std::copy(row, row + part.width, part.pixels.begin() + std::ptrdiff_t(y) * part.width);
  }
  return part;
}

}  // namespace jaedan::inference
