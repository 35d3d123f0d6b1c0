#include "labeling/edit/commands/set_part.h"

#include <algorithm>

#include "labeling/edit/garment_access.h"

namespace jaedan {

bool UnsaidWords::has(const AttributeValue& value) const {
  return attributes.count(value.attribute) > 0 || values.count({value.attribute, value.value}) > 0;
}

UnsaidWords words_not_said_of(Part part, const Taxonomy& taxonomy) {
  UnsaidWords unsaid;
  for (const TaxonomyAttribute& question : taxonomy.attributes()) {
    if (question.image_level) continue;
    if (!question.applies_to(part)) unsaid.attributes.insert(question.id);
    for (const TaxonomyValue& value : question.values) {
      const bool is_said = std::find(value.parts.begin(), value.parts.end(), part) != value.parts.end();
      if (!is_said) unsaid.values.insert({question.id, value.id});
    }
  }
  return unsaid;
}

SetPart::SetPart(GarmentId garment, Part part, UnsaidWords unsaid, std::string user)
    : garment_(garment), part_(part), unsaid_(std::move(unsaid)), user_(std::move(user)) {}

SetPart::SetPart(GarmentId garment, Part part, const Taxonomy& taxonomy, std::string user)
    : SetPart(garment, part, words_not_said_of(part, taxonomy), std::move(user)) {}

Status SetPart::apply(Annotation& annotation) const {
  JAEDAN_ASSIGN_OR_RETURN(Garment * garment, garment_to_label(annotation, garment_));
  if (garment->part == part_) return {};
  garment->part = part_;
  confirm(garment->region_provenance, user_);
  AttributeValues& values = garment->attributes;
  values.erase(std::remove_if(values.begin(), values.end(), [this](const AttributeValue& v) { return unsaid_.has(v); }),
               values.end());
  return {};
}

}  // namespace jaedan
