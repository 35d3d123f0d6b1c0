#include "recommender/item.h"

#include <algorithm>
#include <map>
#include <set>

namespace jaedan::recommender {
namespace {

using Answers = std::map<std::string_view, std::set<std::string_view>>;

Answers answers_in(const AttributeValues& values) {
  Answers answers;
  for (const AttributeValue& value : values) {
    if (value.value != kNotSure) answers[value.attribute].insert(value.value);
  }
  return answers;
}

}  // namespace

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
  const Answers of_b = answers_in(b);
  for (const auto& [attribute, values] : answers_in(a)) {
    const auto other = of_b.find(attribute);
    if (attribute == except || other == of_b.end()) continue;
    const bool share = std::any_of(values.begin(), values.end(),
                                   [&](std::string_view value) { return other->second.count(value) > 0; });
    (share ? comparison.agreeing : comparison.differing).emplace_back(attribute);
  }
  return comparison;
}

}  // namespace jaedan::recommender
