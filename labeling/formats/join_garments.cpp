#include "labeling/formats/join_garments.h"

#include <algorithm>

#include "labeling/shape/region_algebra.h"

namespace jaedan::labeling {
namespace {

bool takes_several(std::string_view attribute) {
  return attribute == attribute::kDetail || attribute == attribute::kMaterial || attribute == attribute::kPrint;
}

void join_attributes(AttributeValues& into, const AttributeValues& from) {
  const AttributeValues before = into;
  for (const AttributeValue& value : from) {
    const AttributeValue* there = find_value(before, value.attribute);
    const bool same = std::any_of(before.begin(), before.end(), [&](const AttributeValue& other) {
      return other.attribute == value.attribute && other.value == value.value;
    });
    if (!there || (takes_several(value.attribute) && !same)) into.push_back(value);
  }
}

}  // namespace

Garment join_garments(const std::vector<const Garment*>& garments) {
  if (garments.size() == 1) return *garments.front();
  std::vector<std::pair<double, const Garment*>> by_area;
  for (const Garment* garment : garments) by_area.emplace_back(area_px(garment->region), garment);
  std::stable_sort(by_area.begin(), by_area.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  Garment joined = *by_area.front().second;
  joined.rect.reset();
  for (std::size_t i = 1; i < by_area.size(); ++i) {
    joined.region = united(joined.region, by_area[i].second->region);
    join_attributes(joined.attributes, by_area[i].second->attributes);
  }
  return joined;
}

}  // namespace jaedan::labeling
