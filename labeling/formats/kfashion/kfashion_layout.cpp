#include "labeling/formats/kfashion/kfashion_layout.h"

#include <algorithm>
#include <cmath>

#include "labeling/formats/kfashion/java_hash_order.h"
#include "labeling/formats/kfashion/kfashion_number.h"

namespace jaedan::labeling::kfashion {
namespace {

const JsonValue* descend(const JsonValue& root, std::initializer_list<std::string_view> keys) {
  const JsonValue* at = &root;
  for (const std::string_view key : keys) {
    at = at->find(key);
    if (!at) return nullptr;
  }
  return at;
}

const JsonValue* first_object(const JsonValue* value, std::size_t slot) {
  if (!value) return nullptr;
  if (value->is_object()) return slot == 0 ? value : nullptr;
  if (!value->is_array() || slot >= value->items.size()) return nullptr;
  return &value->items[slot];
}

/// 너비와 높이: whole pixels, cut off. The small addend undoes what binary fractions do to 300.1 − 100.1.
std::string whole_pixels(double extent) {
  if (!std::isfinite(extent)) return "0";
  return std::to_string(static_cast<std::int64_t>(std::clamp(extent + 1e-6, -1e15, 1e15)));
}

}  // namespace

std::size_t slot_count(const JsonValue& root, Part part) {
  std::size_t count = 0;
  for (const std::string_view section : {kRects, kPolygons, kLabels}) {
    const JsonValue* value = descend(root, {kDataset, kDetail, section, korean_name_of(part)});
    if (value && value->is_array()) count = std::max(count, value->items.size());
    if (value && value->is_object()) count = std::max<std::size_t>(count, 1);
  }
  return count;
}

const JsonValue* slot_of(const JsonValue& root, std::string_view section, Part part, std::size_t slot) {
  return first_object(descend(root, {kDataset, kDetail, section, korean_name_of(part)}), slot);
}

const JsonValue* style_of(const JsonValue& root) {
  return first_object(descend(root, {kDataset, kDetail, kLabels, kStyle}), 0);
}

const JsonMember* member_for(const JsonValue& object, const AttributeKey& key) {
  const JsonMember* alias = nullptr;
  for (auto member = object.members.rbegin(); member != object.members.rend(); ++member) {
    if (member->key == key.key) return &*member;
    if (!alias && std::count(key.aliases.begin(), key.aliases.end(), member->key)) alias = &*member;
  }
  return alias;
}

std::vector<std::string> words_of(const AttributeValues& values, std::string_view attribute, const Taxonomy& taxonomy) {
  const TaxonomyAttribute* question = taxonomy.attribute(attribute);
  std::vector<std::string> words;
  for (const AttributeValue& value : values) {
    if (value.attribute != attribute || value.value == kNotSure || value.value.empty()) continue;
    const TaxonomyValue* known = question ? question->value(value.value) : nullptr;
    if (known && known->own) continue;
    // A spelling that means another value was left behind by somebody who changed the value only.
    const TaxonomyValue* spelt = question ? question->value_from_spelling(value.spelling) : nullptr;
    if (!value.spelling.empty() && (!spelt || spelt == known)) {
      words.push_back(value.spelling);
    } else {
      words.push_back(known ? known->korean : value.value);
    }
  }
  return words;
}

AttributeValues values_from_words(std::string_view attribute, const std::vector<std::string>& words,
                                  const Taxonomy& taxonomy) {
  const TaxonomyAttribute* question = taxonomy.attribute(attribute);
  AttributeValues values;
  for (const std::string& word : words) {
    const TaxonomyValue* known = question ? question->value_from_spelling(word) : nullptr;
    const bool usual = known && known->korean == word;
    values.push_back({std::string(attribute), known ? known->id : word, usual ? std::string() : word,
                      Provenance::import("kfashion")});
  }
  return values;
}

JsonValue polygon_of(const Ring& ring) {
  std::vector<std::string> keys;
  std::vector<std::string> numbers;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    keys.push_back(std::string(kX) + std::to_string(i + 1));
    numbers.push_back(kfashion_number(ring[i].x));
    keys.push_back(std::string(kY) + std::to_string(i + 1));
    numbers.push_back(kfashion_number(ring[i].y));
  }
  JsonValue polygon = JsonValue::object();
  for (const std::size_t i : java_hash_map_order(keys)) {
    polygon.members.push_back({keys[i], {}, JsonValue::number(numbers[i])});
  }
  return polygon;
}

JsonValue derived_rect_of(const Ring& ring) {
  Ring rounded;
  for (const Point& p : ring) rounded.push_back({kfashion_rounded(p.x), kfashion_rounded(p.y)});
  if (rounded.empty()) return JsonValue::object();
  const Rect box = bounds_of(rounded);
  return rect_value_of({box.x - 0.5, box.y - 0.5, box.width, box.height});
}

JsonValue rect_value_of(const Rect& rect) {
  JsonValue value = JsonValue::object();
  value.members.push_back({std::string(kX), {}, JsonValue::number(kfashion_number(rect.x))});
  value.members.push_back({std::string(kY), {}, JsonValue::number(kfashion_number(rect.y))});
  value.members.push_back({std::string(kWidth), {}, JsonValue::number(whole_pixels(rect.width))});
  value.members.push_back({std::string(kHeight), {}, JsonValue::number(whole_pixels(rect.height))});
  return value;
}

}  // namespace jaedan::labeling::kfashion
