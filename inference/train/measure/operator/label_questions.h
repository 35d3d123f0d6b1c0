#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inference/train/data/training_item.h"
#include "labeling/domain/attribute.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::inference {

/// What a model says of a garment or of a photo.
struct ModelWords {
  AttributeValues said;     ///< filled in
  AttributeValues guesses;  ///< shown where nothing is filled in
};

/// One thing that is to be said of a garment or of a photo.
struct LabelQuestion {
  const TaxonomyAttribute* attribute = nullptr;  ///< never null
  std::optional<Part> part;                      ///< of the garment; none: of the photo
  ModelWords words;                              ///< in answer to it, and such as may be said
  /// Any one of them is right; of an attribute that takes several values, all of them and no other. Never empty.
  std::vector<std::string> truth;
  std::string taken;  ///< no answer here: what is the colour is no sub-colour; empty: nothing
};

/// Whether a value may be said of a garment of `part`; none: of a photo.
bool may_answer(const TaxonomyValue& value, std::optional<Part> part);

/// Label mode does not come to it by itself: most garments have none of it, and none is filled in.
bool is_passed_over(const LabelQuestion& question);

/// What is known of a garment of `part` as questions, in the order of label mode, with what a model said of it. What
/// the taxonomy does not have, or has not for this part, is left out.
std::vector<LabelQuestion> questions_about(const Taxonomy& taxonomy, Part part, const KnownLabels& known,
                                           const ModelWords& words);
/// The same of the whole photo.
std::vector<LabelQuestion> questions_about_photo(const Taxonomy& taxonomy, const KnownLabels& known,
                                                 const ModelWords& words);
/// The attributes of `known` that are not among the questions about it: the taxonomy has no word for what is true.
std::vector<std::string> left_out_of(const std::vector<LabelQuestion>& questions, const KnownLabels& known);

}  // namespace jaedan::inference
