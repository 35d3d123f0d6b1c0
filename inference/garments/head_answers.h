#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "inference/models/head_spec.h"
#include "labeling/domain/attribute.h"

namespace jaedan::inference {

/// One value of a head.
struct HeadGuess {
  std::size_t value = 0;   ///< its place among the head's
  double probability = 0;  ///< that it is true of the garment
};

/// What a head says of one garment.
struct HeadAnswer : HeadGuess {
  std::optional<HeadGuess> next;  ///< what it would say instead; none of a head with several true values
};

/// Of the values that may be said of `part`: the likeliest, its probability among them, and the next likely one, from
/// kLeastAlternative on; of a head with several true values each that is likelier than not, the likeliest first. None
/// where no value may be said. `logits`: one a value.
std::vector<HeadAnswer> answers_of(const HeadSpec& head, const float* logits, Part part);

}  // namespace jaedan::inference
