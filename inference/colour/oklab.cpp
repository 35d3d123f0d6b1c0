#include "inference/colour/oklab.h"

#include <array>
#include <cmath>

namespace jaedan::inference {
namespace {

/// Linear light of each of the 256 coded values (IEC 61966-2-1).
const std::array<double, 256>& linear_table() {
  static const std::array<double, 256> table = [] {
    std::array<double, 256> values{};
    for (int i = 0; i < 256; ++i) {
      const double coded = i / 255.0;
      values[i] = coded <= 0.04045 ? coded / 12.92 : std::pow((coded + 0.055) / 1.055, 2.4);
    }
    return values;
  }();
  return table;
}

}  // namespace

double Oklab::chroma() const { return std::hypot(a, b); }

double Oklab::hue_degrees() const {
  const double degrees = std::atan2(b, a) * 180.0 / 3.14159265358979;
  return degrees < 0 ? degrees + 360 : degrees;
}

Oklab oklab_of(std::uint8_t red, std::uint8_t green, std::uint8_t blue) {
  const std::array<double, 256>& linear = linear_table();
  const double r = linear[red];
  const double g = linear[green];
  const double b = linear[blue];
  const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

}  // namespace jaedan::inference
