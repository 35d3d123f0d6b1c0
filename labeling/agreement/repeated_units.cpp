#include "labeling/agreement/repeated_units.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "labeling/agreement/krippendorff.h"
#include "labeling/agreement/mean_interval.h"

namespace jaedan::labeling {
namespace {

/// Calls `visit(values, times)` for each unit that has two ratings or more.
template <typename Visit>
void each_repeated(const RepeatedUnits& repeated, Visit visit) {
  std::vector<int> values;
  for (std::size_t unit = 0; unit < repeated.units.units(); ++unit) {
    values.clear();
    for (std::size_t rater = 0; rater < repeated.units.raters(); ++rater) {
      if (const int value = repeated.units.at(unit, rater); value != RatingTable::kMissing) values.push_back(value);
    }
    if (values.size() >= 2)
      visit(static_cast<const std::vector<int>&>(values), static_cast<double>(repeated.times[unit]));
  }
}

/// Alpha is 1 − observed · (ratings − 1) / expected, and all three are sums over units (krippendorff.cpp).
struct AlphaSums {
  std::vector<double> counts;  ///< ratings of each category
  double ratings = 0;
  double observed = 0;
  double units = 0;

  double expected() const {
    double sum = ratings * ratings;
    for (const double count : counts) sum -= count * count;
    return sum;
  }
  double alpha() const { return 1 - observed * (ratings - 1) / expected(); }
};

double disagreement(const std::vector<int>& values, EqualPairs& equal) {
  return (pairs_of(values) - equal.of(values)) / static_cast<double>(values.size() - 1);
}

AlphaSums sums_of(const RepeatedUnits& repeated) {
  AlphaSums sums;
  sums.counts.resize(repeated.units.categories().size());
  EqualPairs equal(sums.counts.size());
  each_repeated(repeated, [&](const std::vector<int>& values, double times) {
    for (const int value : values) sums.counts[static_cast<std::size_t>(value)] += times;
    sums.ratings += times * static_cast<double>(values.size());
    sums.observed += times * disagreement(values, equal);
    sums.units += times;
  });
  return sums;
}

/// How much alpha goes up with one unit more like this one, in proportion.
double influence(const AlphaSums& sums, const std::vector<int>& values, EqualPairs& equal) {
  const double expected = sums.expected();
  const double more_ratings = static_cast<double>(values.size());
  double more_expected = 2 * sums.ratings * more_ratings;
  for (const int value : values) more_expected -= 2 * sums.counts[static_cast<std::size_t>(value)];
  const double more_observed = disagreement(values, equal);
  return -(more_ratings * sums.observed + (sums.ratings - 1) * more_observed -
           (sums.ratings - 1) * sums.observed * more_expected / expected) /
         expected;
}

double variance_of_alpha(const RepeatedUnits& repeated, const AlphaSums& sums) {
  EqualPairs equal(sums.counts.size());
  double mean = 0;
  each_repeated(repeated, [&](const std::vector<int>& values, double times) {
    mean += times * influence(sums, values, equal) / sums.units;
  });
  double squares = 0;
  each_repeated(repeated, [&](const std::vector<int>& values, double times) {
    const double off = influence(sums, values, equal) - mean;
    squares += times * off * off;
  });
  return squares * sums.units / std::max(1.0, sums.units - 1);
}

/// Each unit as often as it comes.
RatingTable one_by_one(const RepeatedUnits& repeated) {
  std::vector<std::size_t> all;
  for (std::size_t unit = 0; unit < repeated.times.size(); ++unit) {
    all.insert(all.end(), static_cast<std::size_t>(repeated.times[unit]), unit);
  }
  return repeated.units.of_units(all);
}

}  // namespace

std::int64_t RepeatedUnits::count() const { return std::accumulate(times.begin(), times.end(), std::int64_t{0}); }

Measure nominal_alpha(const RepeatedUnits& repeated) {
  if (const WhyNot why = pairability(repeated.units); why != WhyNot::kDefined) return why;
  const AlphaSums sums = sums_of(repeated);
  if (std::find(sums.counts.begin(), sums.counts.end(), sums.ratings) != sums.counts.end()) {
    return WhyNot::kOneCategory;
  }
  return sums.alpha();
}

BootstrapInterval nominal_alpha_interval(const RepeatedUnits& repeated, const BootstrapOptions& options) {
  const Measure alpha = nominal_alpha(repeated);
  if (!alpha.value || options.resamples <= 0) return {};
  if (repeated.count() <= kMostDrawnAgain) {
    const auto measure = [](const RatingTable& table) { return krippendorff_alpha(table, Level::kNominal); };
    return bootstrap(one_by_one(repeated), measure, options);
  }
  const double deviation = std::sqrt(variance_of_alpha(repeated, sums_of(repeated)));
  const double half = normal_quantile(0.5 + options.confidence / 2) * deviation;
  BootstrapInterval found;
  found.interval = Interval{*alpha.value - half, std::min(1.0, *alpha.value + half)};
  return found;
}

}  // namespace jaedan::labeling
