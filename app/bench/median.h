#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace jaedan::bench {

/// The middle one of the samples, of an even number the upper of the two; 0 without any. In their unit.
inline double median(std::vector<double> samples) {
  if (samples.empty()) return 0;
  const auto middle = samples.begin() + static_cast<std::ptrdiff_t>(samples.size() / 2);
  std::nth_element(samples.begin(), middle, samples.end());
  return *middle;
}

/// The sample that `share` of them lie below, [0, 1]; 0 without any. In their unit.
inline double quantile(std::vector<double> samples, double share) {
  if (samples.empty()) return 0;
  std::sort(samples.begin(), samples.end());
  return samples[std::min(samples.size() - 1, static_cast<std::size_t>(share * double(samples.size())))];
}

}  // namespace jaedan::bench
