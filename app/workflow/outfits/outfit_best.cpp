#include <algorithm>
#include <map>
#include <utility>

#include "app/workflow/outfits/outfit_asking.h"
#include "app/workflow/outfits/outfit_words.h"

namespace jaedan::workflow {
namespace {

using recommender::outfits::FoundOutfit;
using recommender::outfits::OutfitScore;
using recommender::outfits::Piece;
using recommender::outfits::PieceList;

/// An outfit with a garment that so many better ones have waits until all others are shown.
constexpr int kMostUses = 2;
/// So many outfits are searched for each that is shown, to choose various ones from.
constexpr std::size_t kSearchedForEach = 8;
constexpr std::size_t kBeam = 100;

/// The best outfits, no garment but those of `worn` in more than two as long as there are others.
std::vector<FoundOutfit> various(const std::vector<FoundOutfit>& best, const std::vector<std::size_t>& worn,
                                 std::size_t most) {
  std::map<std::size_t, int> uses;
  std::vector<bool> chosen(best.size(), false);
  std::size_t count = 0;
  for (std::size_t i = 0; i < best.size() && count < most; ++i) {
    const bool fresh = std::all_of(best[i].pieces.begin(), best[i].pieces.end(), [&](std::size_t piece) {
      return uses[piece] < kMostUses || std::find(worn.begin(), worn.end(), piece) != worn.end();
    });
    if (!fresh) continue;
    for (const std::size_t piece : best[i].pieces) ++uses[piece];
    chosen[i] = true;
    ++count;
  }
  for (std::size_t i = 0; i < best.size() && count < most; ++i) {
    if (chosen[i]) continue;
    chosen[i] = true;
    ++count;
  }
  std::vector<FoundOutfit> outfits;
  for (std::size_t i = 0; i < best.size(); ++i) {
    if (chosen[i]) outfits.push_back(best[i]);
  }
  return outfits;
}

/// The two pieces that speak most for each other.
std::vector<Message> pair_of(const PieceList& pieces, const OutfitScore& scored, const Taxonomy& taxonomy) {
  std::size_t best = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (scored.pieces[i].reasons.front().gain > scored.pieces[best].reasons.front().gain) best = i;
  }
  const std::vector<Message> said = speaking_for(pieces, scored.pieces[best].reasons, taxonomy);
  if (said.empty()) return {};
  return {in_context(name_of(*pieces[best], taxonomy), said.front())};
}

Result<SuggestedOutfit> described(const OutfitAsking& asking, PieceList pieces, const FoundOutfit& outfit) {
  const Taxonomy& taxonomy = asking.project.taxonomy();
  std::stable_sort(pieces.begin(), pieces.end(),
                   [](const Piece* a, const Piece* b) { return part_of(*a) < part_of(*b); });
  JAEDAN_ASSIGN_OR_RETURN(const OutfitScore scored, asking.model.explain(pieces));
  SuggestedOutfit found;
  found.score = outfit.score;
  found.terms = {outfit.compatibility, outfit.harmony, outfit.taste};
  found.reasons = pair_of(pieces, scored, taxonomy);
  for (Message& said : of_colours(pieces, taxonomy)) found.reasons.push_back(std::move(said));
  for (Message& said : of_taste(outfit.taste)) found.reasons.push_back(std::move(said));
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    found.pieces.push_back(
        asking.item_of(*pieces[i], scored.pieces[i].score, speaking_for(pieces, scored.pieces[i].reasons, taxonomy)));
  }
  return found;
}

Status may_be_worn_together(const PieceList& with) {
  if (!wears(with, Part::kDress)) return {};
  for (const Part half : {Part::kTop, Part::kBottom}) {
    if (!wears(with, half)) continue;
    return Error{ErrorCode::kInvalidArgument,
                 "outfits.not_together",
                 "a {0} and a {1} are not worn together here",
                 {message_of(Part::kDress), message_of(half)}};
  }
  return {};
}

}  // namespace

Status answer_best(const OutfitAsking& asking, OutfitSuggestions& found) {
  JAEDAN_RETURN_IF_ERROR(may_be_worn_together(recommender::outfits::pointers_to(asking.with_pieces)));
  const auto k = static_cast<std::size_t>(std::max(asking.query.k, 1));
  const std::vector<Piece> searched = searched_wardrobe(asking, found.partial);
  recommender::outfits::SearchOptions search = asking.options;
  search.worn = places_of_with(asking, searched);
  search.results = k * kSearchedForEach;
  search.beam = std::max(kBeam, k);
  JAEDAN_RETURN_IF_ERROR(still_asked(asking.watch));
  const auto best = recommender::outfits::best_outfits(asking.model, searched, search);
  if (!best.ok()) {
    if (best.error().code != ErrorCode::kNotFound) return best.error();
    found.partial.push_back(best.error().message);
    return {};
  }
  for (const std::string& slot : best->empty_slots) {
    found.partial.push_back({"outfits.empty_slot",
                             "no {0} in the wardrobe: outfits with one are left out",
                             {message_of(part_from_id(slot).value_or(Part::kTop))}});
  }
  for (const FoundOutfit& outfit : various(best->outfits, search.worn, k)) {
    PieceList pieces;
    for (const std::size_t place : outfit.pieces) pieces.push_back(&searched[place]);
    JAEDAN_ASSIGN_OR_RETURN(SuggestedOutfit suggested, described(asking, std::move(pieces), outfit));
    found.outfits.push_back(std::move(suggested));
  }
  return {};
}

}  // namespace jaedan::workflow
