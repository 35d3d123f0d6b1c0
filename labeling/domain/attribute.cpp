#include "labeling/domain/attribute.h"

#include <algorithm>

namespace jaedan {

const AttributeValue* find_value(const AttributeValues& values, std::string_view attribute) {
  const auto found = std::find_if(values.begin(), values.end(),
                                  [attribute](const AttributeValue& v) { return v.attribute == attribute; });
  return found == values.end() ? nullptr : &*found;
}

std::vector<std::string> values_of(const AttributeValues& values, std::string_view attribute) {
  std::vector<std::string> ids;
  for (const AttributeValue& v : values) {
    if (v.attribute == attribute) ids.push_back(v.value);
  }
  return ids;
}

void erase_values(AttributeValues& values, std::string_view attribute) {
  values.erase(std::remove_if(values.begin(), values.end(),
                              [attribute](const AttributeValue& v) { return v.attribute == attribute; }),
               values.end());
}

void set_value(AttributeValues& values, AttributeValue value) {
  erase_values(values, value.attribute);
  values.push_back(std::move(value));
}

}  // namespace jaedan
