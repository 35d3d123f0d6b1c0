#include "labeling/edit/commands/confirm.h"

#include <utility>

#include "labeling/edit/garment_access.h"

namespace jaedan {

Confirm::Confirm(Scope scope, GarmentId garment, std::optional<std::string> attribute, std::string user)
    : scope_(scope), garment_(garment), attribute_(std::move(attribute)), user_(std::move(user)) {}

Confirm Confirm::attribute(GarmentId garment, std::string attribute, std::string user) {
  return {Scope::kGarment, garment, std::move(attribute), std::move(user)};
}

Confirm Confirm::garment(GarmentId garment, std::string user) {
  return {Scope::kGarment, garment, std::nullopt, std::move(user)};
}

Confirm Confirm::image_attribute(std::string attribute, std::string user) {
  return {Scope::kImage, {}, std::move(attribute), std::move(user)};
}

Confirm Confirm::everything(std::string user) { return {Scope::kEverything, {}, std::nullopt, std::move(user)}; }

void Confirm::confirm(AttributeValues& values) const {
  for (AttributeValue& value : values) {
    if (!attribute_ || value.attribute == *attribute_) jaedan::confirm(value.provenance, user_);
  }
}

void Confirm::confirm(Garment& garment) const {
  if (!attribute_) jaedan::confirm(garment.region_provenance, user_);
  confirm(garment.attributes);
}

Status Confirm::apply(Annotation& annotation) const {
  if (scope_ == Scope::kGarment) {
    JAEDAN_ASSIGN_OR_RETURN(Garment * garment, garment_to_label(annotation, garment_));
    confirm(*garment);
    return {};
  }
  confirm(annotation.image_attributes);
  if (scope_ == Scope::kEverything) {
    for (Garment& garment : annotation.garments) confirm(garment);
  }
  return {};
}

}  // namespace jaedan
