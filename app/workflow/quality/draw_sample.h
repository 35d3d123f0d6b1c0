#pragma once

#include <cstdint>
#include <vector>

#include "labeling/domain/ids.h"

namespace jaedan::workflow {

/// A photo that may be drawn.
struct SampleUnit {
  PhotoId photo;
  UserId worker;         ///< each has a sample of their own
  unsigned stratum = 0;  ///< within it; strata are drawn in proportion
};

/// Which of `units` stand for the others: of each worker `percent` of a hundred, rounded up, so at least one; of each
/// stratum its share of that, but for one. The same seed draws the same, in whatever order the units come, and for
/// each worker whatever others did.
std::vector<bool> draw_sample(const std::vector<SampleUnit>& units, double percent, std::int64_t seed);

}  // namespace jaedan::workflow
