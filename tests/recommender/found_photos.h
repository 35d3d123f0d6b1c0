#pragma once

#include <cstdint>
#include <vector>

#include "recommender/recommender.h"

namespace jaedan::recommender::testing {

using Photos = std::vector<std::int64_t>;

inline Photos photos_of(const std::vector<Match>& matches) {
  Photos photos;
  for (const Match& match : matches) photos.push_back(match.item->photo.value);
  return photos;
}

inline Photos photos_of(const std::vector<Outfit>& outfits) {
  Photos photos;
  for (const Outfit& outfit : outfits) photos.push_back(outfit.photo.value);
  return photos;
}

}  // namespace jaedan::recommender::testing
