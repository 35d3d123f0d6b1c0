#include "labeling/domain/table_attributes.h"

#include "labeling/domain/attribute.h"

namespace jaedan {
namespace {

TaxonomyValue said_value(std::string_view id, std::string_view korean, std::string_view english) {
  TaxonomyValue value;
  value.id = id;
  value.korean = korean;
  value.english = english;
  value.own = true;
  return value;
}

TaxonomyAttribute of_photo(std::string_view id, std::string_view korean, std::vector<TaxonomyValue> values) {
  TaxonomyAttribute attribute;
  attribute.id = id;
  attribute.korean = korean;
  attribute.english = id;
  attribute.image_level = true;
  attribute.optional = true;
  attribute.values = std::move(values);
  return attribute;
}

}  // namespace

const std::vector<TaxonomyAttribute>& table_attributes() {
  static const std::vector<TaxonomyAttribute> kAttributes = {
      of_photo(attribute::kGender, "성별", {said_value("women", "여성", "women"), said_value("men", "남성", "men")}),
      of_photo(attribute::kSeason, "계절",
               {said_value("spring_autumn", "봄·가을", "spring or autumn"), said_value("summer", "여름", "summer"),
                said_value("winter", "겨울", "winter")})};
  return kAttributes;
}

const TaxonomyAttribute* table_attribute(std::string_view attribute_id) {
  for (const TaxonomyAttribute& attribute : table_attributes()) {
    if (attribute.id == attribute_id) return &attribute;
  }
  return nullptr;
}

}  // namespace jaedan
