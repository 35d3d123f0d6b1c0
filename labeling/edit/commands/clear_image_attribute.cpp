#include "labeling/edit/commands/clear_image_attribute.h"

#include <utility>

namespace jaedan {

ClearImageAttribute::ClearImageAttribute(std::string attribute) : attribute_(std::move(attribute)) {}

Status ClearImageAttribute::apply(Annotation& annotation) const {
  erase_values(annotation.image_attributes, attribute_);
  if (attribute_ == attribute::kStyle) erase_values(annotation.image_attributes, attribute::kSubStyle);
  return {};
}

}  // namespace jaedan
