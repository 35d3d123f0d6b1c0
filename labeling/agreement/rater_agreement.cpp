#include "labeling/agreement/rater_agreement.h"

#include "labeling/agreement/kappa.h"

namespace jaedan::labeling {
namespace {

WhyNot why_alone(const RatingTable& table) {
  if (table.units() == 0) return WhyNot::kNoUnits;
  return table.raters() < 2 ? WhyNot::kOneRater : WhyNot::kNoPairs;
}

Measure mean_kappa(const RatingTable& table, std::size_t rater) {
  double sum = 0;
  int others = 0;
  WhyNot why = why_alone(table);
  for (std::size_t other = 0; other < table.raters(); ++other) {
    if (other == rater) continue;
    const Measure kappa = cohen_kappa(table, rater, other);
    if (kappa.value) {
      sum += *kappa.value;
      ++others;
    } else if (kappa.why_not == WhyNot::kOneCategory) {
      why = kappa.why_not;
    }
  }
  if (others == 0) return why;
  return sum / others;
}

}  // namespace

std::vector<RaterAgreement> rater_agreements(const RatingTable& table) {
  std::vector<RaterAgreement> found(table.raters());
  for (std::size_t rater = 0; rater < table.raters(); ++rater) {
    RaterAgreement& mine = found[rater];
    double sum = 0;
    for (std::size_t unit = 0; unit < table.units(); ++unit) {
      const int said = table.at(unit, rater);
      if (said == RatingTable::kMissing) continue;
      double others = 0, same = 0;
      for (std::size_t other = 0; other < table.raters(); ++other) {
        if (other == rater || table.at(unit, other) == RatingTable::kMissing) continue;
        ++others;
        same += table.at(unit, other) == said;
      }
      if (others == 0) continue;
      ++mine.units;
      sum += same / others;
    }
    mine.agreement = mine.units == 0 ? Measure(why_alone(table)) : Measure(sum / static_cast<double>(mine.units));
    mine.kappa = mean_kappa(table, rater);
  }
  return found;
}

}  // namespace jaedan::labeling
