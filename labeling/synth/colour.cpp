#include "labeling/synth/colour.h"

#include <algorithm>
#include <cmath>

namespace jaedan::labeling::synth {
namespace {

double coded(double linear) {
  return linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1.0 / 2.4) - 0.055;
}

struct Linear {
  double r, g, b;
  bool in_gamut() const {
    constexpr double kSlack = 1e-4;
    return std::min({r, g, b}) >= -kSlack && std::max({r, g, b}) <= 1 + kSlack;
  }
};

Linear linear_of(const Oklch& colour) {
  const double radians = colour.hue * 3.14159265358979 / 180.0;
  const double a = colour.chroma * std::cos(radians);
  const double b = colour.chroma * std::sin(radians);
  const double l = std::pow(colour.lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
  const double m = std::pow(colour.lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
  const double s = std::pow(colour.lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
  return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
          -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
          -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

}  // namespace

Colour rgb_of(const Oklch& colour) {
  Oklch fitting = colour;
  Linear linear = linear_of(fitting);
  for (int step = 0; step < 40 && !linear.in_gamut(); ++step) {
    fitting.chroma *= 0.95;
    linear = linear_of(fitting);
  }
  const auto channel = [](double value) {
    return static_cast<float>(std::clamp(coded(std::clamp(value, 0.0, 1.0)), 0.0, 1.0));
  };
  return {channel(linear.r), channel(linear.g), channel(linear.b)};
}

Colour mix(Colour a, Colour b, double t) {
  const auto f = static_cast<float>(t);
  return {a.r + (b.r - a.r) * f, a.g + (b.g - a.g) * f, a.b + (b.b - a.b) * f};
}

Colour lit(Colour colour, double light) {
  const auto f = static_cast<float>(std::pow(std::max(light, 0.0), 1.0 / 2.2));
  return {colour.r * f, colour.g * f, colour.b * f};
}

}  // namespace jaedan::labeling::synth
