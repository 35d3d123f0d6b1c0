#include "labeling/agreement/measure.h"

namespace jaedan::labeling {

std::string_view id_of(WhyNot why) {
  switch (why) {
    case WhyNot::kDefined: return "";
    case WhyNot::kNoUnits: return "no_units";
    case WhyNot::kOneRater: return "one_rater";
    case WhyNot::kNoPairs: return "no_pairs";
    case WhyNot::kOneCategory: return "one_category";
    case WhyNot::kLevel: return "level";
  }
  return "";
}

Message message_of(WhyNot why) {
  switch (why) {
    case WhyNot::kDefined: return {};
    case WhyNot::kNoUnits: return {"agreement.no_units", "there is no unit"};
    case WhyNot::kOneRater: return {"agreement.one_rater", "one rater has nobody to agree with"};
    case WhyNot::kNoPairs: return {"agreement.no_pairs", "no unit has two ratings"};
    case WhyNot::kOneCategory:
      return {"agreement.one_category", "all ratings are the same, which says nothing of agreement beyond chance"};
    case WhyNot::kLevel: return {"agreement.level", "the values do not allow this level of measurement"};
  }
  return {};
}

WhyNot pairability(const RatingTable& table) {
  if (table.units() == 0) return WhyNot::kNoUnits;
  if (table.raters() < 2) return WhyNot::kOneRater;
  for (std::size_t unit = 0; unit < table.units(); ++unit) {
    int ratings = 0;
    for (std::size_t rater = 0; rater < table.raters(); ++rater) {
      ratings += table.at(unit, rater) != RatingTable::kMissing;
      if (ratings == 2) return WhyNot::kDefined;
    }
  }
  return WhyNot::kNoPairs;
}

}  // namespace jaedan::labeling
