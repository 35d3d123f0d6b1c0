#include "recommender/item.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jaedan::recommender {
namespace {

// Garments have a dozen values at most: walking the lists is faster than sorting them first.

bool is_answer(const AttributeValue& value, std::string_view attribute) {
  return value.attribute == attribute && value.value != kNotSure;
}

bool says(const AttributeValues& values, std::string_view attribute, std::string_view value) {
  return std::any_of(values.begin(), values.end(),
                     [&](const AttributeValue& said) { return said.attribute == attribute && said.value == value; });
}

/// `why`, with the garment that it is about.
Error wrong_vector(const Item& item, Message why) {
  const Message garment{"recommender.garment", "photo {0}, garment {1}", {item.photo.value, item.garment.value}};
  return {ErrorCode::kInvalidArgument, in_context(garment, std::move(why))};
}

}  // namespace

bool comes_before(const Item& a, const Item& b) {
  return a.photo != b.photo ? a.photo < b.photo : a.garment < b.garment;
}

bool all_finite(const std::vector<float>& vector) {
  return std::all_of(vector.begin(), vector.end(), [](float x) { return std::isfinite(x); });
}

Status check_vectors(const std::vector<Item>& items) {
  const Item* coloured = nullptr;
  for (const Item& item : items) {
    if (item.vector.size() != items.front().vector.size()) {
      return wrong_vector(item, {"recommender.other_length",
                                 "its vector has {0|number}, others have {1}; they come from different models",
                                 {item.vector.size(), items.front().vector.size()}});
    }
    if (!all_finite(item.vector)) {
      return wrong_vector(item, {"recommender.not_finite", "its vector holds a number that is not finite"});
    }
    if (item.colour.empty()) continue;
    if (!coloured) coloured = &item;
    if (item.colour.size() != coloured->colour.size()) {
      return wrong_vector(item, {"recommender.other_bins",
                                 "its colour histogram has {0|bin}, others have {1}",
                                 {item.colour.size(), coloured->colour.size()}});
    }
    if (!std::all_of(item.colour.begin(), item.colour.end(), [](float x) { return std::isfinite(x) && x >= 0; })) {
      return wrong_vector(item, {"recommender.no_histogram", "its colour histogram holds what is no share"});
    }
  }
  return {};
}

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
  return says(item.attributes, attribute, value) || says(item.photo_values, attribute, value);
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
