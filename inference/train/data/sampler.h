#pragma once

#include <cstdint>
#include <vector>

#include "inference/train/data/training_item.h"

namespace jaedan::inference {

/// One place in an epoch: which item, and the seed its view is drawn with.
struct Draw {
  std::size_t source = 0;
  std::size_t item = 0;
  std::uint64_t seed = 0;
};

/// The order of one epoch: every train item of the first source once, and of each further source
/// share × (train items of the first) items, so that a large source is walked through over several epochs.
/// A pure function of `seed` and `epoch`: a resumed run draws the same.
std::vector<Draw> draw_epoch(const std::vector<TrainingSource>& sources, std::uint64_t seed, int epoch);

}  // namespace jaedan::inference
