#include "recommender/part_garments.h"

#include <algorithm>
#include <iterator>

namespace jaedan::recommender {

Result<PartGarments> PartGarments::build(const std::vector<Item>& items, Part part, const IndexOptions& options) {
  std::vector<const std::vector<float>*> vectors;
  Places numbers;
  std::map<LabelValue, Places, ByLabel> by_value;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].part != part) continue;
    for (const AttributeValues* values : {&items[i].attributes, &items[i].photo_values}) {
      for (const AttributeValue& said : *values) {
        auto known = by_value.find(said);
        if (known == by_value.end()) known = by_value.insert({{said.attribute, said.value}, {}}).first;
        Places& having = known->second;
        if (having.empty() || having.back() != numbers.size()) having.push_back(numbers.size());
      }
    }
    vectors.push_back(&items[i].vector);
    numbers.push_back(i);
  }
  JAEDAN_ASSIGN_OR_RETURN(VectorIndex index, VectorIndex::build(vectors, options));
  return PartGarments(std::move(index), std::move(numbers), std::move(by_value));
}

PartGarments::PartGarments(VectorIndex index, Places numbers, std::map<LabelValue, Places, ByLabel> by_value)
    : index_(std::move(index)), numbers_(std::move(numbers)), by_value_(std::move(by_value)) {
  for (const auto& [value, places] : by_value_) {
    if (value.value != kNotSure) counts_[value] = places.size();
  }
}

const Places& PartGarments::having(const LabelValue& value) const {
  static const Places kNone;
  const auto found = by_value_.find(value);
  return found == by_value_.end() ? kNone : found->second;
}

Places PartGarments::having_one_of_each(const std::vector<std::vector<LabelValue>>& lists) const {
  Places all;
  bool first = true;
  for (const std::vector<LabelValue>& list : lists) {
    Places any;
    for (const LabelValue& value : list) {
      Places both;
      std::set_union(any.begin(), any.end(), having(value).begin(), having(value).end(), std::back_inserter(both));
      any = std::move(both);
    }
    Places kept;
    if (first) {
      kept = std::move(any);
    } else {
      std::set_intersection(all.begin(), all.end(), any.begin(), any.end(), std::back_inserter(kept));
    }
    all = std::move(kept);
    first = false;
  }
  return all;
}

}  // namespace jaedan::recommender
