#include "recommender/outfits/beside.h"

#include <algorithm>

#include "labeling/domain/attribute.h"
#include "recommender/outfits/colour_harmony.h"

namespace jaedan::recommender::outfits {
namespace {

std::optional<double> harmony_with(const Piece& candidate, const PieceList& others) {
  double sum = 0;
  int pairs = 0;
  for (const Piece* other : others) {
    const auto harmony = colour_harmony(value_in(candidate, attribute::kColour), value_in(*other, attribute::kColour));
    if (!harmony) continue;
    sum += *harmony;
    ++pairs;
  }
  return pairs > 0 ? std::optional<double>(sum / pairs) : std::nullopt;
}

Result<std::vector<Reason>> reasons_for(const CompatibilityModel& model, const Piece& piece, const PieceList& others,
                                        double score) {
  std::vector<Reason> reasons;
  for (std::size_t i = 0; i < others.size(); ++i) {
    PieceList rest = others;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<double> without, model.scores({&piece}, rest));
    reasons.push_back({i, score - without.front()});
  }
  std::stable_sort(reasons.begin(), reasons.end(), [](const Reason& a, const Reason& b) { return a.gain > b.gain; });
  return reasons;
}

}  // namespace

Result<std::vector<FoundPiece>> best_beside(const CompatibilityModel& model, const PieceList& candidates,
                                            const PieceList& others, const SearchOptions& options) {
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<double> scores, model.scores(candidates, others));
  std::vector<FoundPiece> found;
  found.reserve(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    FoundPiece one{i, 0, scores[i], harmony_with(*candidates[i], others), 0, {}};
    if (options.taste) one.taste = options.taste->of(*candidates[i]);
    one.score = weighed(options, one.compatibility, one.harmony, one.taste);
    found.push_back(std::move(one));
  }
  const std::size_t most = std::min(options.results, found.size());
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(most), found.end(),
                    [](const FoundPiece& a, const FoundPiece& b) {
                      return a.score != b.score ? a.score > b.score : a.piece < b.piece;
                    });
  found.resize(most);
  for (FoundPiece& one : found) {
    JAEDAN_ASSIGN_OR_RETURN(one.reasons, reasons_for(model, *candidates[one.piece], others, one.compatibility));
  }
  return found;
}

}  // namespace jaedan::recommender::outfits
