#pragma once

#include <cstdint>
#include <optional>

#include "labeling/agreement/proportion_interval.h"

namespace jaedan::labeling {

/// Of more units than this an interval is the normal one, from sums that are at hand, and nothing is drawn again: the
/// two hardly differ then.
inline constexpr int kMostDrawnAgain = 200;

/// Numbers within 0…1 that nobody has one by one any more.
struct NumberSums {
  std::int64_t n = 0;
  double sum = 0;
  double squares = 0;  ///< sum of their squares

  std::optional<double> mean() const;
};

/// The normal interval of their mean, cut to 0…1; none below two. `confidence` lies in (0, 1).
std::optional<Interval> normal_mean_interval(const NumberSums& numbers, double confidence);

}  // namespace jaedan::labeling
