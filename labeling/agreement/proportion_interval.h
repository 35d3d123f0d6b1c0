#pragma once

#include <cstdint>

namespace jaedan::labeling {

/// From `low` to `high`, both within.
struct Interval {
  double low = 0;
  double high = 0;
};

/// Where a share lies that was `hits` out of `trials` (Wilson 1927, without correction for continuity): good for few
/// trials and for shares near 0 and 1, always within [0, 1]. Without trials nothing is known: 0…1. `hits` is held
/// inside 0…trials, `confidence` lies in (0, 1).
Interval wilson_interval(std::int64_t hits, std::int64_t trials, double confidence = 0.95);

/// The value below which a standard normal variable lies with chance `share`, in (0, 1); right to 1e-12.
double normal_quantile(double share);

}  // namespace jaedan::labeling
