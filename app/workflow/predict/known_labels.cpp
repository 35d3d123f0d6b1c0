#include "app/workflow/predict/known_labels.h"

#include <algorithm>
#include <string>

namespace jaedan::workflow {
namespace {

/// Null where the taxonomy has none, or asks it of something else.
const TaxonomyAttribute* known_attribute(const Taxonomy& taxonomy, const std::string& id, bool of_photo) {
  const TaxonomyAttribute* attribute = taxonomy.attribute(id);
  return attribute && attribute->image_level == of_photo ? attribute : nullptr;
}

void keep_known(const Taxonomy& taxonomy, bool of_photo, AttributeValues& labels) {
  const auto is_unknown = [&](const AttributeValue& label) {
    const TaxonomyAttribute* attribute = known_attribute(taxonomy, label.attribute, of_photo);
    return !attribute || !attribute->value(label.value);
  };
  labels.erase(std::remove_if(labels.begin(), labels.end(), is_unknown), labels.end());
  for (AttributeValue& label : labels) {
    const TaxonomyAttribute& attribute = *known_attribute(taxonomy, label.attribute, of_photo);
    std::vector<AlternativeValue>& next = label.alternatives;
    next.erase(std::remove_if(next.begin(), next.end(),
                              [&](const AlternativeValue& other) { return !attribute.value(other.value); }),
               next.end());
  }
}

Message unknown_head(const std::string& attribute, bool of_photo) {
  if (of_photo) {
    return {"predict.photo_head_unknown",
            "the model says '{0}' of a photo, which the taxonomy does not; it is left out",
            {attribute}};
  }
  return {"predict.head_unknown",
          "the model says '{0}' of a garment, which the taxonomy does not; it is left out",
          {attribute}};
}

}  // namespace

std::vector<Message> unknown_to(const Taxonomy& taxonomy, const inference::ModelCard& card) {
  std::vector<Message> told;
  for (const std::string& head : card.empty_heads) {
    told.push_back({"predict.head_empty", "the model names no value of '{0}', so it says nothing of it", {head}});
  }
  for (const inference::HeadSpec& head : card.heads) {
    const bool of_photo = head.scope == inference::HeadScope::kPhoto;
    const TaxonomyAttribute* attribute = known_attribute(taxonomy, head.attribute, of_photo);
    if (!attribute) {
      told.push_back(unknown_head(head.attribute, of_photo));
      continue;
    }
    std::string unknown;
    for (const inference::HeadValue& value : head.values) {
      if (!attribute->value(value.id)) unknown += (unknown.empty() ? "" : ", ") + value.id;
    }
    if (unknown.empty()) continue;
    told.push_back({"predict.values_unknown",
                    "of '{0}' the model knows values that the taxonomy does not have; they are left out: {1}",
                    {head.attribute, unknown}});
  }
  return told;
}

void keep_known_labels(const Taxonomy& taxonomy, Prediction& prediction) {
  const auto keep_of_garment = [&](auto& said) {
    keep_known(taxonomy, false, said.attributes);
    keep_known(taxonomy, false, said.guesses);
  };
  for (Reading& reading : prediction.readings) {
    for (Proposal& garment : reading.garments) keep_of_garment(garment);
  }
  for (GarmentWords& words : prediction.of_garments) keep_of_garment(words);
  keep_known(taxonomy, true, prediction.image_attributes);
  keep_known(taxonomy, true, prediction.image_guesses);
}

}  // namespace jaedan::workflow
