#pragma once

#include <cstdint>

namespace jaedan::inference {

/// A colour in OKLab (Ottosson 2020, "A perceptual color space for image processing",
/// bottosson.github.io/posts/oklab): lightness [0, 1] and two axes, green–red and blue–yellow, about [−0.4, 0.4].
/// Equal distances look about equally different; shading moves a colour towards black on a nearly straight line.
struct Oklab {
  double l = 0;
  double a = 0;
  double b = 0;

  double chroma() const;
  double hue_degrees() const;  ///< [0, 360)
};

/// Of an sRGB pixel with 8 bits a channel.
Oklab oklab_of(std::uint8_t red, std::uint8_t green, std::uint8_t blue);

}  // namespace jaedan::inference
