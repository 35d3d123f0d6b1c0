#pragma once

#include <string_view>
#include <vector>

#include "inference/colour/oklab.h"

namespace jaedan::inference {

struct ColourScore {
  std::string_view name;  ///< K-Fashion colour id; points to static storage
  double score = 0;       ///< the scores of all names add up to 1
};

/// How well each of the names fits a colour, the best first. Gold, silver and neon are not among them: they are said of
/// how a cloth shines, not of a colour alone (colour_namer.cpp).
std::vector<ColourScore> score_names(const Oklab& colour);

}  // namespace jaedan::inference
