#include "inference/colour/colour_histogram.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "inference/colour/region_samples.h"

namespace jaedan::inference {
namespace {

constexpr int kMostSamples = 2000;
constexpr double kAxisReach = 0.3;  // garments hardly reach the ends of the axes

/// The two bins that a place on an axis of `bins` lies between, each with its share.
std::array<std::pair<int, double>, 2> bins_of(double place, double least, double most, int bins) {
  const double at = std::clamp((place - least) / (most - least), 0.0, 1.0) * (bins - 1);
  const int below = std::min(static_cast<int>(at), bins - 2);
  return {{{below, below + 1 - at}, {below + 1, at - below}}};
}

}  // namespace

std::vector<float> colour_histogram(ImageView image, const Region& region) {
  const std::vector<Oklab> samples = region_samples(image, region, kMostSamples);
  if (samples.empty()) return {};
  std::vector<double> shares(kColourBins);
  for (const Oklab& colour : samples) {
    for (const auto& [l, of_l] : bins_of(colour.l, 0, 1, kLightnessBins)) {
      for (const auto& [a, of_a] : bins_of(colour.a, -kAxisReach, kAxisReach, kAxisBins)) {
        for (const auto& [b, of_b] : bins_of(colour.b, -kAxisReach, kAxisReach, kAxisBins)) {
          shares[static_cast<std::size_t>((l * kAxisBins + a) * kAxisBins + b)] += of_l * of_a * of_b;
        }
      }
    }
  }
  std::vector<float> histogram;
  histogram.reserve(shares.size());
  for (const double share : shares) {
    histogram.push_back(static_cast<float>(std::sqrt(share / static_cast<double>(samples.size()))));
  }
  return histogram;
}

}  // namespace jaedan::inference
