#include "labeling/edit/commands/clear_attribute.h"

#include <utility>

#include "labeling/edit/garment_access.h"

namespace jaedan {

ClearAttribute::ClearAttribute(GarmentId garment, std::string attribute)
    : garment_(garment), attribute_(std::move(attribute)) {}

Status ClearAttribute::apply(Annotation& annotation) const {
  JAEDAN_ASSIGN_OR_RETURN(Garment * garment, garment_to_label(annotation, garment_));
  erase_values(garment->attributes, attribute_);
  return {};
}

}  // namespace jaedan
