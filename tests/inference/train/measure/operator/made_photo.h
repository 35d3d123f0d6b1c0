#pragma once

#include <string>
#include <utility>
#include <vector>

#include "inference/train/measure/operator/operator_photo.h"
#include "tests/inference/clicks/click_masks.h"

namespace jaedan::inference {

inline TaxonomyAttribute made_attribute(const std::string& id, const std::vector<std::string>& values) {
  TaxonomyAttribute attribute;
  attribute.id = id;
  for (const std::string& name : values) {
    TaxonomyValue value;
    value.id = value.english = name;
    value.parts.assign(kAllParts.begin(), kAllParts.end());
    attribute.values.push_back(std::move(value));
  }
  return attribute;
}

/// Colours on two pages, a sub-colour that is not asked by itself, materials of which several are said, and a style.
inline const Taxonomy& made_taxonomy() {
  static const Taxonomy taxonomy = [] {
    const std::vector<std::string> colours = {"black", "white", "grey",   "red",   "pink",  "orange",
                                              "beige", "brown", "yellow", "green", "khaki", "mint"};
    TaxonomyAttribute colour = made_attribute("colour", colours), sub_colour = made_attribute("sub_colour", colours);
    sub_colour.optional = true;
    TaxonomyAttribute material = made_attribute("material", {"cotton", "knit", "lace", "denim"});
    material.multiple = true;
    TaxonomyAttribute style = made_attribute("style", {"modern", "street"});
    style.image_level = true;
    for (TaxonomyValue& value : style.values) value.parts.clear();
    return Taxonomy({colour, sub_colour, material, style});
  }();
  return taxonomy;
}

/// A square of a part.
struct MadeSquare {
  Part part = Part::kTop;
  int x = 0, y = 0, side = 0;
};

inline Region region_of(const MadeSquare& square) {
  const double left = square.x, top = square.y, right = left + square.side, bottom = top + square.side;
  Region region;
  region.rings.push_back({{left, top}, {right, top}, {right, bottom}, {left, bottom}});
  return region;
}

/// A photo of 100 × 100 that shows these.
inline TrainingItem photo_of(const std::vector<MadeSquare>& squares) {
  TrainingItem item;
  item.name = "made";
  item.photo = Image::of_size(100, 100);
  item.labels = Mask::of_size(100, 100);
  for (const MadeSquare& square : squares) fill(item.labels, region_of(square), mask_value(square.part));
  set_presence(item);
  return item;
}

inline Reading reading_of(const std::vector<MadeSquare>& squares, const AttributeValues& said = {}) {
  Reading reading;
  for (const MadeSquare& square : squares) {
    Proposal proposal;
    proposal.part = square.part;
    proposal.region = region_of(square);
    proposal.attributes = said;
    reading.garments.push_back(std::move(proposal));
  }
  return reading;
}

/// Says the same of every photo.
inline OperatorTools proposing(std::vector<Reading> readings) {
  OperatorTools tools;
  tools.propose = [readings = std::move(readings)](const ImageView&) -> Result<Prediction> {
    return Prediction{"made", readings};
  };
  return tools;
}

/// A model's word, and what it would have said instead.
inline AttributeValue guess(const std::string& attribute, const std::string& value, const std::string& next = {}) {
  AttributeValue said{attribute, value, "", Provenance::model("made", 0.6)};
  if (!next.empty()) said.alternatives = {{next, 0.3}};
  return said;
}

}  // namespace jaedan::inference
