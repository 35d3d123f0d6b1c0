#include "labeling/agreement/rank_correlation.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace jaedan::labeling {

std::vector<double> ranks_of(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t from = 0; from < order.size();) {
    std::size_t to = from;
    while (to < order.size() && values[order[to]] == values[order[from]]) ++to;
    for (std::size_t i = from; i < to; ++i) ranks[order[i]] = static_cast<double>(from + to + 1) / 2;
    from = to;
  }
  return ranks;
}

std::optional<double> spearman(const std::vector<double>& one, const std::vector<double>& other) {
  std::vector<double> a, b;
  for (std::size_t i = 0; i < one.size() && i < other.size(); ++i) {
    if (std::isnan(one[i]) || std::isnan(other[i])) continue;
    a.push_back(one[i]);
    b.push_back(other[i]);
  }
  if (a.size() < 2) return std::nullopt;
  const std::vector<double> ranks_a = ranks_of(a), ranks_b = ranks_of(b);
  const double mean = static_cast<double>(a.size() + 1) / 2;
  double both = 0, of_a = 0, of_b = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    both += (ranks_a[i] - mean) * (ranks_b[i] - mean);
    of_a += (ranks_a[i] - mean) * (ranks_a[i] - mean);
    of_b += (ranks_b[i] - mean) * (ranks_b[i] - mean);
  }
  if (of_a == 0 || of_b == 0) return std::nullopt;
  return std::clamp(both / std::sqrt(of_a * of_b), -1.0, 1.0);
}

}  // namespace jaedan::labeling
