#include "app/workflow/outfits/outfit_asking.h"

#include <algorithm>
#include <utility>

#include "app/workflow/outfits/outfit_words.h"

namespace jaedan::workflow {
namespace {

using recommender::outfits::best_beside;
using recommender::outfits::FoundPiece;
using recommender::outfits::Piece;
using recommender::outfits::PieceList;

/// So many garments of a part are searched: the pairs of two parts in some tenths of a second.
constexpr std::size_t kSearchedOfPart = 200;

bool is_same(const Piece& a, const Piece& b) { return a.photo == b.photo && a.garment == b.garment; }

PieceList drawn_evenly(const PieceList& pieces, std::size_t most) {
  PieceList drawn;
  for (std::size_t i = 0; i < most; ++i) drawn.push_back(pieces[i * pieces.size() / most]);
  return drawn;
}

}  // namespace

PieceList of_part(const PieceList& pieces, Part part) {
  PieceList found;
  std::copy_if(pieces.begin(), pieces.end(), std::back_inserter(found),
               [part](const Piece* piece) { return part_of(*piece) == part; });
  return found;
}

bool wears(const PieceList& pieces, Part part) {
  return std::any_of(pieces.begin(), pieces.end(), [part](const Piece* piece) { return part_of(*piece) == part; });
}

std::vector<Part> parts_beside(const PieceList& pieces) {
  const bool has_dress = wears(pieces, Part::kDress);
  const bool has_half = wears(pieces, Part::kTop) || wears(pieces, Part::kBottom);
  std::vector<Part> beside;
  for (const Part part : kAllParts) {
    const bool is_half = part == Part::kTop || part == Part::kBottom;
    if (wears(pieces, part) || (part == Part::kDress && has_half) || (is_half && has_dress)) continue;
    beside.push_back(part);
  }
  return beside;
}

Status still_asked(const Watch& watch) {
  if (!watch.cancelled()) return {};
  return Error{ErrorCode::kCancelled, "outfits.stopped", "stopped before everything was compared"};
}

RecommendedItem OutfitAsking::item_of(const Piece& piece, double score, const std::vector<Message>& reasons) const {
  const auto asked =
      std::find_if(with_pieces.begin(), with_pieces.end(), [&](const Piece& one) { return is_same(one, piece); });
  const AskedGarment* own =
      asked == with_pieces.end() ? nullptr : &with[static_cast<std::size_t>(asked - with_pieces.begin())];
  return {own ? own->photo : garments.photo(piece.photo),
          piece.garment,
          part_of(piece).value_or(Part::kTop),
          score,
          joined(reasons).text(),
          own ? own->box : garments.box_of({piece.photo, piece.garment}),
          std::nullopt};
}

Result<std::vector<SuggestedGarment>> OutfitAsking::best_of(const PieceList& candidates, const PieceList& others,
                                                            std::size_t most) const {
  recommender::outfits::SearchOptions search = options;
  search.results = most;
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<FoundPiece> found, best_beside(model, candidates, others, search));
  std::vector<SuggestedGarment> garments_found;
  for (const FoundPiece& one : found) {
    const Piece& piece = *candidates[one.piece];
    SuggestedGarment garment;
    garment.terms = {one.compatibility, one.harmony, one.taste};
    garment.reasons = speaking_for(others, one.reasons, project.taxonomy());
    for (Message& said : of_colours(piece, others, project.taxonomy())) garment.reasons.push_back(std::move(said));
    for (Message& said : of_taste(one.taste)) garment.reasons.push_back(std::move(said));
    garment.item = item_of(piece, one.score, garment.reasons);
    garments_found.push_back(std::move(garment));
  }
  return garments_found;
}

std::vector<Piece> searched_wardrobe(const OutfitAsking& asking, std::vector<Message>& partial) {
  const PieceList with = recommender::outfits::pointers_to(asking.with_pieces);
  std::vector<Piece> searched;
  bool is_cut = false;
  for (const Part part : kAllParts) {
    PieceList own = of_part(asking.wardrobe, part);
    if (own.size() > kSearchedOfPart) {
      is_cut = true;
      if (with.empty() && !asking.options.taste) {
        own = drawn_evenly(own, kSearchedOfPart);
      } else {
        recommender::outfits::SearchOptions search = asking.options;
        search.results = kSearchedOfPart;
        // Reasons are of no interest, and with one other piece cost nothing.
        const auto best = best_beside(asking.model, own, with.empty() ? PieceList{} : PieceList{with.front()}, search);
        PieceList chosen;
        for (std::size_t i = 0; best.ok() && i < best->size(); ++i) chosen.push_back(own[(*best)[i].piece]);
        own = best.ok() ? std::move(chosen) : drawn_evenly(own, kSearchedOfPart);
        std::sort(own.begin(), own.end());  // as they stood
      }
    }
    for (const Piece* piece : own) searched.push_back(*piece);
  }
  if (is_cut) {
    partial.push_back({"outfits.wardrobe_cut",
                       "{0|garment} in the wardrobe: {1} of each part at most are looked at",
                       {asking.wardrobe.size(), kSearchedOfPart}});
  }
  for (const Piece& piece : asking.with_pieces) {
    const bool is_there =
        std::any_of(searched.begin(), searched.end(), [&](const Piece& one) { return is_same(one, piece); });
    if (!is_there) searched.push_back(piece);
  }
  return searched;
}

std::vector<std::size_t> places_of_with(const OutfitAsking& asking, const std::vector<Piece>& searched) {
  std::vector<std::size_t> places;
  for (const Piece& piece : asking.with_pieces) {
    const auto at =
        std::find_if(searched.begin(), searched.end(), [&](const Piece& one) { return is_same(one, piece); });
    const auto place = static_cast<std::size_t>(at - searched.begin());
    if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
  }
  return places;
}

}  // namespace jaedan::workflow
