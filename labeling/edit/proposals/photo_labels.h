#pragma once

#include <string>

#include "labeling/domain/attribute.h"

namespace jaedan {

/// A model's labels of the photo as a whole (`said`) come into those that the photo has, with provenance *model*. An
/// attribute of which a person or a file has said anything, or of which a person confirmed a model's word, stays as it
/// is; what a model said before gives way. A sub-style comes beside a style only, and never the same
/// (set_image_attribute.h).
void take_photo_labels(const AttributeValues& said, const std::string& model_id, AttributeValues& labels);

}  // namespace jaedan
