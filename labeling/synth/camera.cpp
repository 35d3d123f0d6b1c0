#include "labeling/synth/camera.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "labeling/io/image_decoder.h"
#include "labeling/io/image_encoder.h"

namespace jaedan::labeling::synth {

Result<Image> photographed(FloatImage picture, double strength, Random& random) {
  if (strength <= 0) return quantized(picture);
  const double exposure = std::exp(random.normal(0, 0.07) * strength);
  const double contrast = 1 + random.normal(0, 0.07) * strength;
  const double warmth = random.normal(0, 0.022) * strength;
  const double tint = random.normal(0, 0.010) * strength;
  const double vignette = std::max(0.0, random.normal(0.04, 0.06)) * strength;
  const double gains[3] = {exposure * (1 + warmth), exposure * (1 + tint), exposure * (1 - warmth)};
  const double noise = random.uniform(0.003, 0.016) * strength;
  const double softness = random.chance(0.5) ? random.uniform(0.3, 0.85) * strength : 0.0;

  blur(picture, softness);
  const double half_width = picture.width / 2.0;
  const double half_height = picture.height / 2.0;
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      const double away = std::hypot((x - half_width) / half_width, (y - half_height) / half_height);
      const double shade = 1 - vignette * away * away;
      const double grey_noise = random.uniform(-1, 1) + random.uniform(-1, 1);
      float* pixel = picture.pixel(x, y);
      for (int c = 0; c < 3; ++c) {
        double value = pixel[c] * gains[c] * shade;
        value = 0.5 + (value - 0.5) * contrast;
        // Highlights roll off instead of clipping.
        if (value > 0.88) value = 0.88 + 0.12 * std::tanh((value - 0.88) / 0.12);
        pixel[c] = static_cast<float>(value + noise * (grey_noise + 0.4 * random.uniform(-1, 1)));
      }
    }
  }
  const Image sharp = quantized(picture);
  const int quality = random.integer(static_cast<int>(98 - 30 * strength), 96);
  JAEDAN_ASSIGN_OR_RETURN(const std::string bytes, encode_jpeg(sharp.view(), std::clamp(quality, 40, 96)));
  return decode_image(bytes);
}

}  // namespace jaedan::labeling::synth
