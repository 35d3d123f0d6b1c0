#pragma once

#include "labeling/agreement/measure.h"

namespace jaedan::labeling {

/// Krippendorff's alpha, as in "Computing Krippendorff's Alpha-Reliability" (2011): 1 − observed / expected
/// disagreement, both from the coincidences of values within units. Any number of raters, any cell missing; units with
/// one rating drop out. The difference of two values is by `level`: nominal 0 or 1, ordinal by how many ratings lie
/// between them, interval (c − k)², ratio ((c − k) / (c + k))². kOneCategory when all that can be compared is the same;
/// kLevel. Nominal, ordinal and interval take time linear in the ratings; ratio is quadratic in the number of values.
Measure krippendorff_alpha(const RatingTable& table, Level level);

}  // namespace jaedan::labeling
