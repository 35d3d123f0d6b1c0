#pragma once

#include "labeling/agreement/measure.h"

namespace jaedan::labeling {

/// How often two people say the same, in [0, 1]: of each unit with two ratings or more the share of its pairs that are
/// equal, and the mean of these; units count the same, however many rated them (the observed agreement of Fleiss 1971).
/// Without correction for chance, so that one category alone gives 1.
Measure percent_agreement(const RatingTable& table);
/// The share of those units of which all say the same.
Measure unanimous_agreement(const RatingTable& table);

}  // namespace jaedan::labeling
