#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace jaedan::workflow {

/// The middle one of the samples, of an even number the upper of the two; 0 without any. In their unit.
inline double median(std::vector<double> samples) {
  if (samples.empty()) return 0;
  const auto middle = samples.begin() + static_cast<std::ptrdiff_t>(samples.size() / 2);
  std::nth_element(samples.begin(), middle, samples.end());
  return *middle;
}

}  // namespace jaedan::workflow
