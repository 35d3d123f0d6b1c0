#include "labeling/formats/exchange/garment_label.h"

#include <array>
#include <cctype>
#include <utility>

namespace jaedan::labeling {
namespace {

/// Without what people write differently: case, blanks, '-' and '_'.
std::string folded(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (c == ' ' || c == '-' || c == '_') continue;
    const auto byte = static_cast<unsigned char>(c);
    out += byte < 0x80 ? static_cast<char>(std::tolower(byte)) : c;
  }
  return out;
}

/// How the DACON contest's files spell some categories.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kContestWords = {{
    {"knittedfabri", "knitwear"},
    {"knittedfabric", "knitwear"},
    {"best", "vest"},
    {"kadigan", "cardigan"},
    {"hood", "hoodie"},
    {"bluejeans", "jeans"},
    {"paddingjacket", "padding"},
}};

const GarmentClass* find_category(const std::vector<GarmentClass>& classes, std::string_view category) {
  for (const GarmentClass& c : classes) {
    if (!c.category.empty() && c.category == category) return &c;
  }
  return nullptr;
}

}  // namespace

std::vector<GarmentClass> garment_classes(const Taxonomy& taxonomy) {
  std::vector<GarmentClass> classes;
  if (const TaxonomyAttribute* category = taxonomy.attribute(attribute::kCategory)) {
    for (const TaxonomyValue& value : category->values) {
      if (!value.parts.empty()) classes.push_back({value.id, value.id, value.parts.front()});
    }
  }
  for (const Part part : kAllParts) classes.push_back({std::string(id_of(part)) + "_unspecified", "", part});
  return classes;
}

std::size_t class_of(const Garment& garment, const std::vector<GarmentClass>& classes) {
  const AttributeValue* category = find_value(garment.attributes, attribute::kCategory);
  std::size_t fallback = 0;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    if (classes[i].part != garment.part) continue;
    if (category && classes[i].category == category->value) return i;
    if (classes[i].category.empty()) fallback = i;
  }
  return fallback;
}

std::optional<GarmentClass> class_from_word(std::string_view word, const std::vector<GarmentClass>& classes,
                                            const Taxonomy& taxonomy) {
  const std::string key = folded(word);
  for (const GarmentClass& c : classes) {
    if (folded(c.name) == key) return c;
  }
  if (const TaxonomyAttribute* category = taxonomy.attribute(attribute::kCategory)) {
    for (const TaxonomyValue& value : category->values) {
      const bool means = folded(value.korean) == key || folded(value.english) == key;
      const GarmentClass* found = means ? find_category(classes, value.id) : nullptr;
      if (found) return *found;
    }
    const TaxonomyValue* variant = category->value_from_spelling(word);
    if (const GarmentClass* found = variant ? find_category(classes, variant->id) : nullptr) return *found;
  }
  for (const auto& [spelling, id] : kContestWords) {
    const GarmentClass* found = spelling == key ? find_category(classes, id) : nullptr;
    if (found) return *found;
  }
  for (const Part part : kAllParts) {
    if (key != id_of(part) && key != folded(korean_name_of(part))) continue;
    return GarmentClass{std::string(id_of(part)) + "_unspecified", "", part};
  }
  return std::nullopt;
}

Garment garment_of_class(const GarmentClass& garment_class, const std::string& format) {
  Garment garment;
  garment.part = garment_class.part;
  garment.region_provenance = Provenance::import(format);
  if (!garment_class.category.empty()) {
    garment.attributes.push_back(
        {std::string(attribute::kCategory), garment_class.category, "", Provenance::import(format)});
  }
  return garment;
}

}  // namespace jaedan::labeling
