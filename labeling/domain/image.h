#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace jaedan {

/// Pixels that somebody else owns: 8-bit RGB, interleaved, rows without padding. Valid as long as the owner.
struct ImageView {
  int width = 0;
  int height = 0;
  const std::uint8_t* rgb = nullptr;

  const std::uint8_t* pixel(int x, int y) const { return rgb + 3 * (static_cast<std::size_t>(y) * width + x); }
  bool empty() const { return width <= 0 || height <= 0; }
};

/// A decoded photo, turned upright (EXIF applied): 8-bit RGB, interleaved, rows without padding.
struct Image {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgb;

  static Image of_size(int width, int height) {
    return {width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * height * 3)};
  }
  ImageView view() const { return {width, height, rgb.data()}; }
  std::uint8_t* pixel(int x, int y) { return rgb.data() + 3 * (static_cast<std::size_t>(y) * width + x); }
  const std::uint8_t* pixel(int x, int y) const { return view().pixel(x, y); }
  bool empty() const { return width <= 0 || height <= 0; }
};

}  // namespace jaedan
