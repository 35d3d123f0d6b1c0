#include "inference/colour/shine.h"

#include <algorithm>
#include <array>

namespace jaedan::inference {
namespace {

constexpr std::size_t kLeastSamples = 100;
constexpr double kLeastRange = 0.42;      // of lightness, from shade to highlight
constexpr double kLeastHighlight = 0.93;  // lightness of the brightest samples
constexpr double kDeepShade = 0.42;
constexpr int kTones = 8;
constexpr double kLeastToneShare = 0.025;  // every tone in between must be met
constexpr double kLeastHueShare = 0.85;    // of the samples that are no highlight

double share_of(const std::vector<Oklab>& samples, bool (*is)(const Oklab&)) {
  std::size_t count = 0;
  std::size_t coloured = 0;
  for (const Oklab& sample : samples) {
    if (sample.l > 0.88) continue;  // highlights take the lamp's colour
    ++coloured;
    count += is(sample);
  }
  return coloured == 0 ? 0 : static_cast<double>(count) / coloured;
}

bool is_golden(const Oklab& c) {
  const double hue = c.hue_degrees();
  return c.chroma() > 0.035 && hue > 66 && hue < 102;
}

bool is_silvery(const Oklab& c) { return c.chroma() < 0.016; }

}  // namespace

std::optional<std::string> metal_name(const std::vector<Oklab>& samples) {
  if (samples.size() < kLeastSamples) return std::nullopt;
  std::vector<double> lightness;
  for (const Oklab& sample : samples) {
    lightness.push_back(sample.l);
  }
  std::sort(lightness.begin(), lightness.end());
  const double low = lightness[lightness.size() * 5 / 100];
  const double high = lightness[lightness.size() * 98 / 100];
  if (high < kLeastHighlight || high - low < kLeastRange) return std::nullopt;
  std::array<std::size_t, kTones> tones{};
  for (const double l : lightness) {
    if (l >= low && l < high) ++tones[std::min(kTones - 1, static_cast<int>((l - low) / (high - low) * kTones))];
  }
  if (*std::min_element(tones.begin(), tones.end()) < kLeastToneShare * samples.size()) return std::nullopt;
  if (share_of(samples, is_golden) > kLeastHueShare) return "gold";
  // White cloth half in the sun has every tone too, but no deep ones.
  if (low < kDeepShade && share_of(samples, is_silvery) > kLeastHueShare) return "silver";
  return std::nullopt;
}

bool is_neon(const Oklab& colour) {
  const double hue = colour.hue_degrees();
  const double chroma = colour.chroma();
  if (colour.l > 0.84 && chroma > 0.150 && hue > 109 && hue < 145) return true;
  return colour.l > 0.64 && chroma > 0.255 && (hue > 330 || hue < 60);
}

}  // namespace jaedan::inference
