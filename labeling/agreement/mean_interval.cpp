#include "labeling/agreement/mean_interval.h"

#include <algorithm>
#include <cmath>

namespace jaedan::labeling {

std::optional<double> NumberSums::mean() const {
  if (n <= 0) return std::nullopt;
  return sum / static_cast<double>(n);
}

std::optional<Interval> normal_mean_interval(const NumberSums& numbers, double confidence) {
  if (numbers.n < 2) return std::nullopt;
  const double n = static_cast<double>(numbers.n);
  const double mean = numbers.sum / n;
  const double variance = std::max(0.0, numbers.squares - numbers.sum * mean) / (n - 1);
  const double half = normal_quantile(0.5 + confidence / 2) * std::sqrt(variance / n);
  return Interval{std::max(0.0, mean - half), std::min(1.0, mean + half)};
}

}  // namespace jaedan::labeling
