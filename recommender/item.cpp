#include "recommender/item.h"

#include <algorithm>
#include <set>
#include <string>

namespace jaedan::recommender {
namespace {

bool share_a_value(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&b](const std::string& v) { return std::find(b.begin(), b.end(), v) != b.end(); });
}

}  // namespace

double attribute_agreement(const AttributeValues& wanted, const AttributeValues& item, std::string_view except) {
  std::set<std::string> asked;
  for (const AttributeValue& value : wanted) {
    if (value.attribute != except) asked.insert(value.attribute);
  }
  int both = 0;
  int same = 0;
  for (const std::string& attribute : asked) {
    const std::vector<std::string> theirs = values_of(item, attribute);
    if (theirs.empty()) continue;
    ++both;
    same += share_a_value(values_of(wanted, attribute), theirs);
  }
  return both == 0 ? 0.5 : static_cast<double>(same) / both;
}

}  // namespace jaedan::recommender
