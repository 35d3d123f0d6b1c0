#pragma once

#include <string>
#include <vector>

#include "labeling/domain/image.h"
#include "labeling/domain/mask.h"
#include "labeling/synth/paint/outline.h"

namespace jaedan::labeling::synth {

/// One float a pixel, rows without padding.
struct Field {
  int width = 0;
  int height = 0;
  std::vector<float> values;

  static Field of_size(int width, int height, float value = 0) {
    return {width, height, std::vector<float>(static_cast<std::size_t>(width) * height, value)};
  }
  float& at(int x, int y) { return values[static_cast<std::size_t>(y) * width + x]; }
  float at(int x, int y) const { return values[static_cast<std::size_t>(y) * width + x]; }
};

/// RGB floats in [0, 1], interleaved.
struct FloatImage {
  int width = 0;
  int height = 0;
  std::vector<float> rgb;

  static FloatImage of_size(int width, int height) {
    return {width, height, std::vector<float>(static_cast<std::size_t>(width) * height * 3)};
  }
  float* pixel(int x, int y) { return rgb.data() + 3 * (static_cast<std::size_t>(y) * width + x); }
  const float* pixel(int x, int y) const { return rgb.data() + 3 * (static_cast<std::size_t>(y) * width + x); }
};

// The pixel work that OpenCV does for the drawing. Coordinates are pixels of the target; everything outside is cut off.
// Deterministic on one machine.

void fill_ring(Mask& mask, const Ring& ring, std::uint8_t value);
/// An antialiased line of `width` pixels, 255 where it covers a pixel fully.
void stroke(Mask& mask, const Polyline& line, double width);
/// Plain capitals, antialiased, `height` pixels high, the middle at `centre`.
void write_text(Mask& mask, const std::string& text, Point centre, double height, double thickness);
void blur(Field& field, double sigma);
void blur(FloatImage& image, double sigma);
/// Distance of every set pixel to the nearest unset one; 0 outside.
Field distance_inside(const Mask& mask);
Field resized(const Field& field, int width, int height);
FloatImage resized(const FloatImage& image, int width, int height);
/// Each pixel becomes the mean of the `factor` × `factor` pixels it covers.
FloatImage area_reduced(const FloatImage& image, int factor);
/// Each pixel becomes the commonest value of the pixels it covers; at a tie the first in reading order.
Mask majority_reduced(const Mask& labels, int factor);
/// 8 bits a channel, rounded; `image` is clamped to [0, 1].
Image quantized(const FloatImage& image);

}  // namespace jaedan::labeling::synth
