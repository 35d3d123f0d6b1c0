#include "labeling/domain/taxonomy.h"

#include <algorithm>

namespace jaedan {

const TaxonomyValue* TaxonomyAttribute::value(std::string_view value_id) const {
  for (const TaxonomyValue& v : values) {
    if (v.id == value_id) return &v;
  }
  return nullptr;
}

const TaxonomyValue* TaxonomyAttribute::value_from_spelling(std::string_view spelling) const {
  for (const TaxonomyValue& v : values) {
    if (v.korean == spelling && !v.own) return &v;
  }
  for (const TaxonomyValue& v : values) {
    if (std::find(v.variants.begin(), v.variants.end(), spelling) != v.variants.end()) return &v;
  }
  return nullptr;
}

std::vector<const TaxonomyValue*> TaxonomyAttribute::values_for(Part part) const {
  std::vector<const TaxonomyValue*> found;
  for (const TaxonomyValue& v : values) {
    if (std::find(v.parts.begin(), v.parts.end(), part) != v.parts.end()) found.push_back(&v);
  }
  return found;
}

bool TaxonomyAttribute::applies_to(Part part) const { return !image_level && !values_for(part).empty(); }

const TaxonomyAttribute* Taxonomy::attribute(std::string_view attribute_id) const {
  for (const TaxonomyAttribute& a : attributes_) {
    if (a.id == attribute_id) return &a;
  }
  return nullptr;
}

std::vector<const TaxonomyAttribute*> Taxonomy::attributes_for(Part part) const {
  std::vector<const TaxonomyAttribute*> found;
  for (const LabelStage stage : {LabelStage::kBasic, LabelStage::kExpert}) {
    for (const TaxonomyAttribute& a : attributes_) {
      if (a.stage == stage && a.applies_to(part)) found.push_back(&a);
    }
  }
  return found;
}

std::vector<const TaxonomyAttribute*> Taxonomy::image_attributes() const {
  std::vector<const TaxonomyAttribute*> found;
  for (const TaxonomyAttribute& a : attributes_) {
    if (a.image_level) found.push_back(&a);
  }
  return found;
}

std::string Taxonomy::name_of(std::string_view attribute_id, std::string_view value_id, bool korean) const {
  const TaxonomyAttribute* found = attribute(attribute_id);
  const TaxonomyValue* v = found ? found->value(value_id) : nullptr;
  if (v) return korean ? v->korean : v->english;
  if (value_id == "not_sure") return korean ? "모름" : "not sure";
  return std::string(value_id);
}

}  // namespace jaedan
