#include <algorithm>

#include "app/workflow/outfits/outfit_asking.h"

namespace jaedan::workflow {

using recommender::outfits::Piece;
using recommender::outfits::PieceList;

Status answer_beside(const OutfitAsking& asking, OutfitSuggestions& found) {
  const PieceList with = recommender::outfits::pointers_to(asking.with_pieces);
  if (with.empty()) {
    return Error{ErrorCode::kInvalidArgument, "outfits.with_what", "name the garment that something is to go with"};
  }
  PieceList others;  // another garment of the same photo is what it is worn with already
  for (const Piece* piece : asking.wardrobe) {
    const auto is_its_photo = [piece](const Piece* own) { return own->photo == piece->photo; };
    if (std::none_of(with.begin(), with.end(), is_its_photo)) others.push_back(piece);
  }
  const std::vector<Part> parts = parts_beside(with);
  for (const Part part : parts) {
    JAEDAN_RETURN_IF_ERROR(still_asked(asking.watch));
    SuggestedPart beside{part, {}};
    JAEDAN_ASSIGN_OR_RETURN(beside.garments, asking.best_of(of_part(others, part), with,
                                                            static_cast<std::size_t>(std::max(asking.query.k, 1))));
    if (beside.garments.empty()) {
      found.partial.push_back(
          {"outfits.none_of_part", "no {0} in the wardrobe, the photo asked about apart", {message_of(part)}});
    }
    found.beside.push_back(std::move(beside));
  }
  if (parts.empty()) found.partial.push_back({"outfits.nothing_lacks", "this outfit lacks no part"});
  return {};
}

}  // namespace jaedan::workflow
