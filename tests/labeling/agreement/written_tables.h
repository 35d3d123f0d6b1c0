#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "labeling/agreement/measure.h"

namespace jaedan::labeling::testing {

/// What is printed to four digits.
inline constexpr double kFourDigits = 0.00005;

/// A row a rater, as papers print them: values with blanks between them, "." for a missing one.
inline RatingTable table_by_rater(const std::vector<std::string>& raters, const std::vector<std::string>& order = {}) {
  std::vector<std::vector<std::string>> units;
  for (std::size_t rater = 0; rater < raters.size(); ++rater) {
    std::istringstream in(raters[rater]);
    std::size_t unit = 0;
    for (std::string value; in >> value; ++unit) {
      if (units.size() <= unit) units.emplace_back(raters.size());
      units[unit][rater] = value == "." ? "" : value;
    }
  }
  return RatingTable::from_text(units, order).value();
}

/// Two raters by how often they said what together: `counts[i][j]`, i of the first and j of the second.
inline RatingTable table_of_two(const std::vector<std::vector<int>>& counts) {
  std::vector<std::vector<std::string>> units;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    for (std::size_t j = 0; j < counts.size(); ++j) {
      units.insert(units.end(), static_cast<std::size_t>(counts[i][j]), {std::to_string(i), std::to_string(j)});
    }
  }
  return RatingTable::from_text(units).value();
}

/// Units by how many raters said which category. Units that fewer rated have missing cells at the end.
inline RatingTable table_of_counts(const std::vector<std::vector<int>>& counts) {
  std::size_t raters = 0;
  std::vector<std::vector<std::string>> units;
  for (const std::vector<int>& unit : counts) {
    units.emplace_back();
    for (std::size_t category = 0; category < unit.size(); ++category) {
      units.back().insert(units.back().end(), static_cast<std::size_t>(unit[category]), std::to_string(category));
    }
    raters = std::max(raters, units.back().size());
  }
  for (auto& unit : units) unit.resize(raters);
  return RatingTable::from_text(units).value();
}

/// The value, for comparisons; far from any when there is none.
inline double value_of(const Measure& measure) { return measure.value.value_or(-999); }

}  // namespace jaedan::labeling::testing
