#pragma once

namespace jaedan::labeling::synth {

/// sRGB, each channel in [0, 1].
struct Colour {
  float r = 0;
  float g = 0;
  float b = 0;
};

/// OKLab in polar form (Ottosson 2020, "A perceptual color space for image processing"): lightness [0, 1], chroma
/// [0, ≈0.32], hue in degrees.
struct Oklch {
  double lightness = 0;
  double chroma = 0;
  double hue = 0;
};

/// Colours outside sRGB lose chroma until they fit.
Colour rgb_of(const Oklch& colour);
/// t = 0 gives `a`, 1 gives `b`.
Colour mix(Colour a, Colour b, double t);
/// The colour under `light` times as much light (a factor in linear light, applied to the gamma-coded channels).
Colour lit(Colour colour, double light);

}  // namespace jaedan::labeling::synth
