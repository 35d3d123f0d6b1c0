#include "labeling/agreement/krippendorff.h"

#include <algorithm>
#include <cmath>

namespace jaedan::labeling {
namespace {

/// What both disagreements are summed up in, before the counts that they share are divided away:
/// α = 1 − observed · (n − 1) / expected.
struct Disagreement {
  double observed = 0;  ///< Σ over units of Σ over ordered pairs of the difference, divided by the unit's ratings − 1
  double expected = 0;  ///< Σ over ordered pairs of all ratings of the difference
};

/// Sum over ordered pairs of (x_i − x_j)², n ratings of this mean: 2 n Σ (x − mean)². No difference of large sums.
class Spread {
 public:
  /// `weight` ratings at `place`.
  void add(double place, double weight) {
    weight_ += weight;
    const double step = place - mean_;
    mean_ += step * weight / weight_;
    squares_ += weight * step * (place - mean_);
  }
  double of_pairs() const { return 2 * weight_ * squares_; }

 private:
  double weight_ = 0, mean_ = 0, squares_ = 0;
};

Disagreement nominal(const RatingTable& table, const std::vector<double>& counts, double n) {
  Disagreement sums;
  EqualPairs equal(counts.size());
  each_pairable_unit(table, [&](const std::vector<int>& values) {
    sums.observed += (pairs_of(values) - equal.of(values)) / static_cast<double>(values.size() - 1);
  });
  sums.expected = n * n;
  for (const double count : counts) sums.expected -= count * count;
  return sums;
}

/// Each category has a place on a line, and values differ by the square of their distance.
Disagreement on_a_line(const RatingTable& table, const std::vector<double>& counts, const std::vector<double>& places) {
  Disagreement sums;
  each_pairable_unit(table, [&](const std::vector<int>& values) {
    Spread spread;
    for (const int value : values) spread.add(places[static_cast<std::size_t>(value)], 1);
    sums.observed += spread.of_pairs() / static_cast<double>(values.size() - 1);
  });
  Spread spread;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) spread.add(places[i], counts[i]);
  }
  sums.expected = spread.of_pairs();
  return sums;
}

/// "Σ n_g from c to k, less half of n_c and n_k" is the distance of the middles of the two categories' ranks.
std::vector<double> middle_ranks(const std::vector<double>& counts) {
  std::vector<double> ranks;
  double below = 0;
  for (const double count : counts) {
    ranks.push_back(below + count / 2);
    below += count;
  }
  return ranks;
}

/// Divided by the largest, so that no square overflows; alpha does not see the unit of measurement.
std::vector<double> scaled(std::vector<double> numbers) {
  double largest = 0;
  for (const double number : numbers) largest = std::max(largest, std::abs(number));
  for (double& number : numbers) number = largest > 0 ? number / largest : 0;
  return numbers;
}

double ratio_difference(double a, double b) {
  if (a == b) return 0;
  const double share = (a - b) / (a + b);
  return share * share;
}

Disagreement ratio(const RatingTable& table, const std::vector<double>& counts, const std::vector<double>& places) {
  Disagreement sums;
  each_pairable_unit(table, [&](const std::vector<int>& values) {
    double pairs = 0;
    for (const int a : values) {
      for (const int b : values)
        pairs += ratio_difference(places[static_cast<std::size_t>(a)], places[static_cast<std::size_t>(b)]);
    }
    sums.observed += pairs / static_cast<double>(values.size() - 1);
  });
  for (std::size_t a = 0; a < counts.size(); ++a) {
    for (std::size_t b = a + 1; b < counts.size(); ++b)
      sums.expected += 2 * counts[a] * counts[b] * ratio_difference(places[a], places[b]);
  }
  return sums;
}

}  // namespace

Measure krippendorff_alpha(const RatingTable& table, Level level) {
  if (const WhyNot why = pairability(table); why != WhyNot::kDefined) return why;
  if (!table.allows(level)) return WhyNot::kLevel;
  std::vector<double> counts(table.categories().size());
  double n = 0;
  each_pairable_unit(table, [&](const std::vector<int>& values) {
    n += static_cast<double>(values.size());
    for (const int value : values) ++counts[static_cast<std::size_t>(value)];
  });
  if (std::find(counts.begin(), counts.end(), n) != counts.end()) return WhyNot::kOneCategory;
  Disagreement sums;
  switch (level) {
    case Level::kNominal: sums = nominal(table, counts, n); break;
    case Level::kOrdinal: sums = on_a_line(table, counts, middle_ranks(counts)); break;
    case Level::kInterval: sums = on_a_line(table, counts, scaled(table.numbers())); break;
    case Level::kRatio: sums = ratio(table, counts, scaled(table.numbers())); break;
  }
  // Numbers further apart in size than a double can square: beside the largest they are one.
  if (!(sums.expected > 0)) return WhyNot::kOneCategory;
  return 1 - sums.observed * (n - 1) / sums.expected;
}

}  // namespace jaedan::labeling
