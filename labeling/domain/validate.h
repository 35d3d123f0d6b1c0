#pragma once

#include <optional>
#include <string>
#include <vector>

#include "labeling/base/message.h"
#include "labeling/domain/annotation.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan {

/// Something odd that a person should look at; never a reason to drop data.
struct Warning {
  std::string code;            ///< stable ASCII id: "ring_too_short", "outside_photo", "unknown_value", …
  Message message;             ///< one sentence, names the part and the value
  std::string attribute = {};  ///< id of the label that it is about; empty: about none
};

/// "outside_photo" when the garment's outline reaches out of the photo by more than half a pixel; nothing when it does
/// not, or when a side of the photo is 0, so not known.
std::optional<Warning> outside_photo(const Garment& garment, int photo_width, int photo_height);

/// "unknown_attribute", "unknown_value" or "wrong_part" when the vocabulary does not have this value, or not for this
/// part; nothing when all is well, or nobody is sure. `who`: what the value is said of; no part: of the photo.
std::optional<Warning> outside_taxonomy(const AttributeValue& value, const Message& who, std::optional<Part> part,
                                        const Taxonomy& taxonomy);
/// The same for all values of an annotation, the garments' first.
std::vector<Warning> values_outside_taxonomy(const Annotation& annotation, const Taxonomy& taxonomy);

/// Checks an annotation against its photo's size and the vocabulary: rings of under three points, empty
/// regions, outlines drawn here that cross themselves, points outside the photo, repeated points, obligatory labels
/// left out, values outside the taxonomy or of the wrong part, sub-style without style, the same part twice.
std::vector<Warning> validate(const Annotation& annotation, int photo_width, int photo_height,
                              const Taxonomy& taxonomy);

}  // namespace jaedan
