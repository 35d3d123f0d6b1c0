#include "labeling/agreement/percent_agreement.h"

#include <algorithm>

namespace jaedan::labeling {

Measure percent_agreement(const RatingTable& table) {
  if (const WhyNot why = pairability(table); why != WhyNot::kDefined) return why;
  EqualPairs equal(table.categories().size());
  double sum = 0;
  double units = 0;
  each_pairable_unit(table, [&](const std::vector<int>& values) {
    sum += equal.of(values) / pairs_of(values);
    ++units;
  });
  return sum / units;
}

Measure unanimous_agreement(const RatingTable& table) {
  if (const WhyNot why = pairability(table); why != WhyNot::kDefined) return why;
  double unanimous = 0;
  double units = 0;
  each_pairable_unit(table, [&](const std::vector<int>& values) {
    unanimous += std::all_of(values.begin(), values.end(), [&](int value) { return value == values.front(); });
    ++units;
  });
  return unanimous / units;
}

}  // namespace jaedan::labeling
