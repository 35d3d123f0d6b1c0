#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "labeling/agreement/rating_table.h"

namespace jaedan::labeling {

/// Why a measure has no value. A value is always a finite number: where the formula says 0 / 0, this says why.
enum class WhyNot {
  kDefined,      ///< there is a value
  kNoUnits,      ///< the table is empty
  kOneRater,     ///< nobody to agree with
  kNoPairs,      ///< no unit has two ratings, as when all are missing
  kOneCategory,  ///< all ratings are the same: no variation, so nothing is known of agreement beyond chance
  kLevel,        ///< the values do not allow this level of measurement
};

/// ASCII id: no_units, one_rater, no_pairs, one_category, level.
std::string_view id_of(WhyNot why);
/// A sentence for a person; empty for kDefined.
Message message_of(WhyNot why);

/// A figure, or why there is none.
struct Measure {
  std::optional<double> value;
  WhyNot why_not = WhyNot::kDefined;

  Measure(double number) : value(number) {}    // NOLINT: implicit by design
  Measure(WhyNot reason) : why_not(reason) {}  // NOLINT: implicit by design
};

/// Whether any two ratings of `table` can be compared, and if not, why.
WhyNot pairability(const RatingTable& table);

/// Calls `visit(values)` with the categories of each unit that has two ratings or more; what others have adds nothing
/// to any measure of agreement.
template <typename Visit>
void each_pairable_unit(const RatingTable& table, Visit visit) {
  std::vector<int> values;
  for (std::size_t unit = 0; unit < table.units(); ++unit) {
    values.clear();
    for (std::size_t rater = 0; rater < table.raters(); ++rater) {
      if (const int value = table.at(unit, rater); value != RatingTable::kMissing) values.push_back(value);
    }
    if (values.size() >= 2) visit(static_cast<const std::vector<int>&>(values));
  }
}

/// Counts pairs of equal values without looking at all pairs. Not thread-safe.
class EqualPairs {
 public:
  explicit EqualPairs(std::size_t categories) : counts_(categories, 0) {}
  /// How many ordered pairs (i ≠ j) of `values` are equal.
  double of(const std::vector<int>& values) {
    double equal = 0;
    for (const int value : values) equal += 2.0 * counts_[static_cast<std::size_t>(value)]++;
    for (const int value : values) counts_[static_cast<std::size_t>(value)] = 0;
    return equal;
  }

 private:
  std::vector<int> counts_;
};

/// Ordered pairs (i ≠ j) of `values`.
inline double pairs_of(const std::vector<int>& values) {
  return static_cast<double>(values.size()) * static_cast<double>(values.size() - 1);
}

}  // namespace jaedan::labeling
