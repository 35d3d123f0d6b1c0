#include "labeling/agreement/proportion_interval.h"

#include <algorithm>
#include <cmath>

namespace jaedan::labeling {

double normal_quantile(double share) {
  double low = -40, high = 40;
  while (high - low > 1e-13) {
    const double middle = (low + high) / 2;
    if (middle == low || middle == high) break;
    (0.5 * std::erfc(-middle / std::sqrt(2.0)) < share ? low : high) = middle;
  }
  return (low + high) / 2;
}

Interval wilson_interval(std::int64_t hits, std::int64_t trials, double confidence) {
  if (trials <= 0) return {0, 1};
  const double n = static_cast<double>(trials);
  const double share = static_cast<double>(std::clamp<std::int64_t>(hits, 0, trials)) / n;
  const double z = normal_quantile(0.5 + confidence / 2);
  const double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
  const double half = z / (1 + z * z / n) * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
  // At the ends the two are equal, and rounding must not put the bound beside the share.
  const double low = hits <= 0 ? 0 : std::max(0.0, middle - half);
  const double high = hits >= trials ? 1 : std::min(1.0, middle + half);
  return {low, high};
}

}  // namespace jaedan::labeling
