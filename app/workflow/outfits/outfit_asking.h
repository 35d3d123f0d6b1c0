#pragma once

#include <string>
#include <vector>

#include "app/workflow/outfits/suggest_outfits.h"
#include "recommender/outfits/beside.h"

namespace jaedan::workflow {

/// A question about what goes together, with all that it takes to answer it. The answers are in three files, each of a
/// question of its own; suggest_outfits.h is for everybody else.
struct OutfitAsking {
  const Project& project;
  const OutfitGarments& garments;
  const recommender::outfits::CompatibilityModel& model;
  const OutfitQuery& query;
  const Watch& watch;
  std::vector<AskedGarment> with;
  std::vector<recommender::outfits::Piece> with_pieces;  ///< of `with`
  recommender::outfits::PieceList wardrobe;              ///< by photo, then garment
  recommender::outfits::PieceList outside;               ///< approved garments that are not in it
  recommender::outfits::SearchOptions options;           ///< weights and taste

  /// A garment of the project, or of `with`.
  RecommendedItem item_of(const recommender::outfits::Piece& piece, double score,
                          const std::vector<Message>& reasons) const;
  /// The best of `candidates` beside `others`, with their reasons; at most `most`.
  Result<std::vector<SuggestedGarment>> best_of(const recommender::outfits::PieceList& candidates,
                                                const recommender::outfits::PieceList& others, std::size_t most) const;
};

/// The part of a garment's piece; nothing for a table's word.
inline std::optional<Part> part_of(const recommender::outfits::Piece& piece) { return part_from_id(piece.type); }
recommender::outfits::PieceList of_part(const recommender::outfits::PieceList& pieces, Part part);
bool wears(const recommender::outfits::PieceList& pieces, Part part);
/// Parts that are worn with all of `pieces`: each once, and no dress with a top or a bottom.
std::vector<Part> parts_beside(const recommender::outfits::PieceList& pieces);
/// kCancelled.
Status still_asked(const Watch& watch);

Status answer_beside(const OutfitAsking& asking, OutfitSuggestions& found);
Status answer_best(const OutfitAsking& asking, OutfitSuggestions& found);
Status answer_missing(const OutfitAsking& asking, OutfitSuggestions& found);

/// The wardrobe as it is searched: of each part at most some hundred garments, those that suit what is worn and the
/// taste best, or evenly drawn where neither says anything; then `with`, where it is not in there. What is left out is
/// told.
std::vector<recommender::outfits::Piece> searched_wardrobe(const OutfitAsking& asking, std::vector<Message>& partial);
/// Where `with` hangs in it.
std::vector<std::size_t> places_of_with(const OutfitAsking& asking,
                                        const std::vector<recommender::outfits::Piece>& searched);

}  // namespace jaedan::workflow
