#pragma once

#include <string>
#include <utility>
#include <vector>

#include "recommender/item.h"

namespace jaedan::recommender::testing {

using Values = std::vector<std::pair<std::string, std::string>>;

/// A garment of a photo, in one line.
inline Item item(int photo, int garment, Part part, std::vector<float> vector, const Values& values = {}) {
  Item made{PhotoId{photo}, GarmentId{garment}, part, {}, std::move(vector)};
  for (const auto& [attribute, value] : values) {
    made.attributes.push_back({attribute, value, "", Provenance::human("mina")});
  }
  return made;
}

}  // namespace jaedan::recommender::testing
