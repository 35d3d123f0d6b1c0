#include "labeling/formats/exchange/garment_label.h"

namespace jaedan::labeling {

std::vector<GarmentClass> garment_classes(const Taxonomy& taxonomy) {
  std::vector<GarmentClass> classes;
  if (const TaxonomyAttribute* category = taxonomy.attribute(attribute::kCategory)) {
    for (const TaxonomyValue& value : category->values) {
      if (!value.parts.empty()) classes.push_back({value.id, value.id, value.parts.front()});
    }
  }
  for (const Part part : kAllParts) classes.push_back({std::string(id_of(part)) + "_unspecified", "", part});
  return classes;
}

std::size_t class_of(const Garment& garment, const std::vector<GarmentClass>& classes) {
  const AttributeValue* category = find_value(garment.attributes, attribute::kCategory);
  std::size_t fallback = 0;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    if (classes[i].part != garment.part) continue;
    if (category && classes[i].category == category->value) return i;
    if (classes[i].category.empty()) fallback = i;
  }
  return fallback;
}

Garment garment_of_class(const GarmentClass& garment_class, const std::string& format) {
  Garment garment;
  garment.part = garment_class.part;
  garment.region_provenance = Provenance::import(format);
  if (!garment_class.category.empty()) {
    garment.attributes.push_back(
        {std::string(attribute::kCategory), garment_class.category, "", Provenance::import(format)});
  }
  return garment;
}

}  // namespace jaedan::labeling
