#pragma once

#include <vector>

#include "inference/models/head_spec.h"
#include "inference/train/data/training_item.h"

namespace jaedan::inference {

/// How often the values of a head are said in split train of each source, as shares; what is never said counts as half
/// a case. Sources × values; empty for a source in which none is said, and for a head with several values.
using ValueShares = std::vector<std::vector<double>>;
ValueShares value_shares(const HeadSpec& head, const std::vector<TrainingSource>& sources);

/// What is added to a head's logits while it learns, sources × values (0 where shares are missing), so that the network
/// itself need not know which source a photo is of: log(share in the source) − (1 − balance) · log(share in the first
/// that says any).
/// Without it a set of printed dresses makes every photo likelier to have a print (logit adjustment: Menon et al.,
/// 2021, there for one source). Its own answers are then those of a world in which the values are as common as in the
/// first source, or with `balance` 1 all of them alike.
std::vector<std::vector<float>> prior_offsets(const ValueShares& shares, double balance);

}  // namespace jaedan::inference
