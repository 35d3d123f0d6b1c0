#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "recommender/outfits/outfit_search.h"

namespace jaedan::recommender::outfits {

/// A piece that goes with others.
struct FoundPiece {
  std::size_t piece = 0;  ///< its place among the candidates
  double score = 0;       ///< weighed as FoundOutfit's
  double compatibility = 0;
  std::optional<double> harmony;  ///< mean over the pairs with the others; nothing: no two colours are known
  double taste = 0;
  std::vector<Reason> reasons;  ///< of all others, who speaks most for it first
};

/// The candidates that go best with `others`, at most `options.results`, best first, equals by their places. Weights
/// and taste are those of `options`; the rest of it does not count. Errors of CompatibilityModel::scores.
Result<std::vector<FoundPiece>> best_beside(const CompatibilityModel& model, const PieceList& candidates,
                                            const PieceList& others, const SearchOptions& options = {});

}  // namespace jaedan::recommender::outfits
