#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "inference/models/head_spec.h"
#include "labeling/domain/attribute.h"

namespace jaedan::inference {

/// One value of a head.
struct HeadGuess {
  std::size_t value = 0;   ///< its place among the head's
  double probability = 0;  ///< that it is true of the garment, or of the photo
};

/// What a head says of one garment, or of one photo.
struct HeadAnswer : HeadGuess {
  std::optional<HeadGuess> next;  ///< what it would say instead; none of a head with several true values
  bool filled_in = true;          ///< likely enough (HeadConfidence::threshold); else no more than a guess
};

/// Of the values that may be said of `part` (of the photo: no part): the likeliest, its probability among them, and the
/// next likely one, from kLeastAlternative on; of a head with several true values each that is likelier than not, the
/// likeliest first. A head that says several styles of a photo gives its style, the likeliest, always, and its
/// sub-style, the next one, where that is likelier than not: label files know no more, and a sub-style is filled in
/// beside a style only. Probabilities are by the head's temperature. None where no value may be said. `logits`: one a
/// value.
std::vector<HeadAnswer> answers_of(const HeadSpec& head, const float* logits, std::optional<Part> part);

/// Labels of one garment or one photo.
struct SaidLabels {
  AttributeValues filled_in;
  AttributeValues guesses;  ///< of attributes of which nothing, or less, is filled in
};

/// The same as labels of the model, appended to `said`; the second of several styles is the sub-style.
void add_labels(const HeadSpec& head, const float* logits, std::optional<Part> part, const std::string& model_id,
                SaidLabels& said);

}  // namespace jaedan::inference
