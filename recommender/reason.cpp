#include "recommender/reason.h"

#include <algorithm>
#include <utility>

namespace jaedan::recommender {
namespace {

ComparedLabel compared(const AttributeValues& query, const AttributeValues& item, const std::string& attribute) {
  const std::vector<std::string> asked = values_of(query, attribute);
  const std::vector<std::string> found = values_of(item, attribute);
  const auto said = [&](const std::string& value) {
    return value != kNotSure && std::find(found.begin(), found.end(), value) != found.end();
  };
  const auto shared = std::find_if(asked.begin(), asked.end(), said);
  if (shared != asked.end()) return {attribute, *shared, *shared};
  return {attribute, asked.front(), found.front()};
}

}  // namespace

Reason reason_of(const Item& query, const Item& item, double likeness) {
  const Comparison comparison = compare(query.attributes, item.attributes);
  Reason reason;
  reason.likeness = likeness;
  for (const auto& [names, labels] :
       {std::pair(&comparison.agreeing, &reason.agreeing), std::pair(&comparison.differing, &reason.differing)}) {
    for (const std::string& attribute : *names) {
      labels->push_back(compared(query.attributes, item.attributes, attribute));
    }
  }
  return reason;
}

}  // namespace jaedan::recommender
