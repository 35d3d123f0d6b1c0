#include "recommender/item.h"

#include <algorithm>

namespace jaedan::recommender {
namespace {

// Garments have a dozen values at most: walking the lists is faster than sorting them first.

bool is_answer(const AttributeValue& value, std::string_view attribute) {
  return value.attribute == attribute && value.value != kNotSure;
}

}  // namespace

bool answers(const AttributeValues& values, std::string_view attribute) {
  return std::any_of(values.begin(), values.end(), [&](const AttributeValue& v) { return is_answer(v, attribute); });
}

bool share_an_answer(const AttributeValues& a, const AttributeValues& b, std::string_view attribute) {
  return std::any_of(a.begin(), a.end(), [&](const AttributeValue& of_a) {
    return is_answer(of_a, attribute) && std::any_of(b.begin(), b.end(), [&](const AttributeValue& of_b) {
             return is_answer(of_b, attribute) && of_a.value == of_b.value;
           });
  });
}

bool has_value(const Item& item, std::string_view attribute, std::string_view value) {
  return std::any_of(item.attributes.begin(), item.attributes.end(),
                     [&](const AttributeValue& said) { return said.attribute == attribute && said.value == value; });
}

double Comparison::agreement() const {
  const std::size_t both = agreeing.size() + differing.size();
  return both == 0 ? 0.5 : static_cast<double>(agreeing.size()) / static_cast<double>(both);
}

Comparison compare(const AttributeValues& a, const AttributeValues& b, std::string_view except) {
  Comparison comparison;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::string& attribute = a[i].attribute;
    const bool seen = std::any_of(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(i),
                                  [&](const AttributeValue& earlier) { return earlier.attribute == attribute; });
    if (seen || attribute == except || !answers(a, attribute) || !answers(b, attribute)) continue;
    (share_an_answer(a, b, attribute) ? comparison.agreeing : comparison.differing).push_back(attribute);
  }
  return comparison;
}

}  // namespace jaedan::recommender
