#pragma once

#include <cstdint>
#include <vector>

#include "labeling/agreement/bootstrap.h"

namespace jaedan::labeling {

/// Units of which many are alike: those that differ, and how often each comes.
struct RepeatedUnits {
  RatingTable units;
  std::vector<std::int64_t> times;  ///< a number above 0 for each unit

  std::int64_t count() const;
};

/// Krippendorff's alpha (nominal) of all of them: what krippendorff_alpha says of a table that has each unit as often
/// as it comes. Takes time linear in the units that differ.
Measure nominal_alpha(const RepeatedUnits& repeated);

/// Where it lies. Of up to kMostDrawnAgain units by drawing them again, as `bootstrap` does; of more the normal
/// interval with the variance of alpha's linear part (delta method, units as they are drawn by the bootstrap). None
/// where alpha has no value, or with 0 resamples.
BootstrapInterval nominal_alpha_interval(const RepeatedUnits& repeated, const BootstrapOptions& options);

}  // namespace jaedan::labeling
