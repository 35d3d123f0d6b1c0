#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "app/bench/recommend/bench_outfits.h"
#include "recommender/item.h"

namespace jaedan::bench {

/// How often the garment that a photo lacks is found among four of its part.
struct WornBench {
  std::size_t learnt = 0;       ///< photos with two garments or more
  std::size_t asked = 0;        ///< the same; a question each
  std::vector<OutfitRow> rows;  ///< chance and three ways to tell: by vectors alike, by labels, by labels and vectors
};

/// A photo's garments go together. Learns which do from `learnt` (recommender/outfits/compatibility.h), leaves one
/// garment of each photo of `asked` out, and asks which of four of its part it was; the others are of other photos.
/// Garments know their photo; vectors of one length. kInvalidArgument when there is nothing to learn from or to ask;
/// kCancelled.
Result<WornBench> bench_worn(const std::vector<recommender::Item>& learnt, const std::vector<recommender::Item>& asked,
                             std::uint64_t seed, const workflow::Watch& watch);

}  // namespace jaedan::bench
