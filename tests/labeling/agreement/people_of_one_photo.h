#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "labeling/domain/annotation.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::labeling::testing {

/// A box from (x, y), `width` × `height`.
inline Region box(double x, double y, double width, double height) {
  return {{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}}};
}

using Words = std::initializer_list<std::pair<const char*, const char*>>;

inline AttributeValues words(Words said, const std::string& user) {
  AttributeValues values;
  for (const auto& [attribute, value] : said) values.push_back({attribute, value, {}, Provenance::human(user)});
  return values;
}

inline Garment garment(Part part, Region region, Words said = {}, const std::string& user = "somebody") {
  Garment one;
  one.part = part;
  one.region = std::move(region);
  one.region_provenance = Provenance::human(user);
  one.attributes = words(said, user);
  return one;
}

inline Annotation person(std::vector<Garment> garments) {
  Annotation annotation;
  annotation.garments = std::move(garments);
  return annotation;
}

/// Colour takes one value, detail several.
inline Taxonomy small_taxonomy() {
  TaxonomyAttribute colour, detail;
  colour.id = "colour";
  detail.id = "detail";
  detail.multiple = true;
  return Taxonomy({colour, detail});
}

}  // namespace jaedan::labeling::testing
