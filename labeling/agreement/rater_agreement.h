#pragma once

#include <vector>

#include "labeling/agreement/measure.h"

namespace jaedan::labeling {

/// How one rater agrees with the rest.
struct RaterAgreement {
  std::size_t units = 0;                 ///< that the rater and at least one other rated
  Measure agreement = WhyNot::kNoUnits;  ///< of each such unit the share of the others who said the same; their mean
  Measure kappa = WhyNot::kNoUnits;      ///< mean of Cohen's kappa with each of the others, those without one left out
};

/// One for each rater of the table, in its order.
std::vector<RaterAgreement> rater_agreements(const RatingTable& table);

}  // namespace jaedan::labeling
