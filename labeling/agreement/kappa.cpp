#include "labeling/agreement/kappa.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace jaedan::labeling {
namespace {

/// Counts per category of two raters, over the units that both rated.
struct Margins {
  std::vector<double> one;
  std::vector<double> other;
  double units = 0;

  bool one_category() const {
    const auto all_in = [&](const std::vector<double>& counts) {
      return std::find(counts.begin(), counts.end(), units) - counts.begin();
    };
    const auto place = all_in(one);
    return place == all_in(other) && place < static_cast<std::ptrdiff_t>(one.size());
  }
};

double distance(int a, int b, KappaWeights weights) {
  if (weights == KappaWeights::kNone) return a == b ? 0 : 1;
  const double apart = std::abs(a - b);
  return weights == KappaWeights::kLinear ? apart : apart * apart;
}

/// Mean distance of a random rating of one to a random rating of the other, times units²; linear in the number of
/// categories, since numbers can make thousands of them.
double expected_distance(const Margins& margins, KappaWeights weights) {
  const std::size_t count = margins.one.size();
  const double n = margins.units;
  double sum = 0;
  if (weights == KappaWeights::kNone) {
    for (std::size_t i = 0; i < count; ++i) sum += margins.one[i] * margins.other[i];
    return n * n - sum;
  }
  if (weights == KappaWeights::kLinear) {
    // |i − j| is how many borders between neighbours lie between i and j.
    double one_below = 0, other_below = 0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
      one_below += margins.one[i];
      other_below += margins.other[i];
      sum += one_below * (n - other_below) + (n - one_below) * other_below;
    }
    return sum;
  }
  double one_mean = 0, other_mean = 0, squares = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const double place = static_cast<double>(i);
    one_mean += place * margins.one[i];
    other_mean += place * margins.other[i];
    squares += place * place * (margins.one[i] + margins.other[i]);
  }
  return n * squares - 2 * one_mean * other_mean;
}

}  // namespace

Measure cohen_kappa(const RatingTable& table, std::size_t one, std::size_t other, KappaWeights weights) {
  if (table.units() == 0) return WhyNot::kNoUnits;
  if (weights != KappaWeights::kNone && !table.allows(Level::kOrdinal)) return WhyNot::kLevel;
  const std::size_t count = table.categories().size();
  Margins margins{std::vector<double>(count), std::vector<double>(count), 0};
  double observed = 0;
  for (std::size_t unit = 0; unit < table.units(); ++unit) {
    const int a = table.at(unit, one);
    const int b = table.at(unit, other);
    if (a == RatingTable::kMissing || b == RatingTable::kMissing) continue;
    ++margins.one[static_cast<std::size_t>(a)];
    ++margins.other[static_cast<std::size_t>(b)];
    ++margins.units;
    observed += distance(a, b, weights);
  }
  if (margins.units == 0) return WhyNot::kNoPairs;
  if (margins.one_category()) return WhyNot::kOneCategory;
  return 1 - observed * margins.units / expected_distance(margins, weights);
}

Measure mean_cohen_kappa(const RatingTable& table, KappaWeights weights) {
  if (const WhyNot why = pairability(table); why != WhyNot::kDefined) return why;
  double sum = 0;
  int pairs = 0;
  std::optional<WhyNot> why;
  for (std::size_t one = 0; one < table.raters(); ++one) {
    for (std::size_t other = one + 1; other < table.raters(); ++other) {
      const Measure kappa = cohen_kappa(table, one, other, weights);
      if (kappa.value) {
        sum += *kappa.value;
        ++pairs;
      } else if (!why || *why == WhyNot::kNoPairs) {
        why = kappa.why_not;
      }
    }
  }
  if (pairs == 0) return *why;
  return sum / pairs;
}

Measure fleiss_kappa(const RatingTable& table) {
  if (const WhyNot why = pairability(table); why != WhyNot::kDefined) return why;
  EqualPairs equal(table.categories().size());
  std::vector<double> shares(table.categories().size());
  double observed = 0, units = 0, ratings = 0;
  each_pairable_unit(table, [&](const std::vector<int>& values) {
    observed += equal.of(values) / pairs_of(values);
    ++units;
    ratings += static_cast<double>(values.size());
    for (const int value : values) ++shares[static_cast<std::size_t>(value)];
  });
  double expected = 0;
  for (const double share : shares) {
    if (share == ratings) return WhyNot::kOneCategory;
    expected += share / ratings * (share / ratings);
  }
  return (observed / units - expected) / (1 - expected);
}

}  // namespace jaedan::labeling
