#pragma once

#include <string_view>
#include <vector>

#include "labeling/domain/taxonomy.h"

namespace jaedan {

/// What tables of photos say beside the taxonomy: gender (women, men) and season (spring_autumn, summer, winter). Label
/// files know neither, so nobody is asked and no taxonomy has them; a model's word is kept among the labels of the
/// photo (Annotation::image_attributes), and shown. Alive as long as the program.
const std::vector<TaxonomyAttribute>& table_attributes();
/// One of them, or null.
const TaxonomyAttribute* table_attribute(std::string_view attribute_id);

}  // namespace jaedan
