#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "labeling/domain/part.h"

namespace jaedan::labeling::synth {

/// What a category of garment may look like: weighted lists of K-Fashion value ids (weighted_words.h).
struct CategoryRule {
  std::string_view category;
  Part part;
  std::string_view materials;
  std::string_view lengths;
  std::string_view sleeves;
  std::string_view necklines;
  std::string_view collars;
  std::string_view details;
};

/// What people of a style wear and how often they are met.
struct StyleRule {
  std::string_view style;
  double weight;
  double dress;  ///< chance of a dress or jumpsuit instead of top and bottom
  double outer;  ///< chance of an outer
  std::string_view tops;
  std::string_view bottoms;
  std::string_view outers;
  std::string_view colours;
  std::string_view prints;
  std::string_view fits;
};

/// Null for an unknown category.
const CategoryRule* category_rule(std::string_view category);
const std::vector<StyleRule>& style_rules();

}  // namespace jaedan::labeling::synth
