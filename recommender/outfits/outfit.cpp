#include "recommender/outfits/outfit.h"

#include <algorithm>
#include <cmath>

namespace jaedan::recommender::outfits {

const std::string& slot_of(const Piece& piece) { return piece.slot.empty() ? piece.type : piece.slot; }

std::string_view without_type(std::string_view token) {
  const std::size_t slash = token.substr(0, token.find('=')).find('/');
  return slash == std::string_view::npos ? token : token.substr(slash + 1);
}

std::string_view value_in(const Piece& piece, std::string_view attribute) {
  for (const std::string& token : piece.tokens) {
    const std::string_view said = without_type(token);
    const std::size_t equals = said.find('=');
    if (equals != std::string_view::npos && said.substr(0, equals) == attribute) return said.substr(equals + 1);
  }
  return {};
}

PieceList others_in(const std::vector<Piece>& pieces, std::size_t left_out) {
  PieceList others;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i != left_out) others.push_back(&pieces[i]);
  }
  return others;
}

PieceList pointers_to(const std::vector<Piece>& pieces) { return others_in(pieces, pieces.size()); }

Result<std::optional<std::size_t>> vector_length(const std::vector<Outfit>& outfits) {
  std::optional<std::size_t> length;
  for (const Outfit& outfit : outfits) {
    for (const Piece& piece : outfit.pieces) {
      if (!piece.vector) continue;
      const std::size_t own = piece.vector->size();
      const bool finite =
          std::all_of(piece.vector->begin(), piece.vector->end(), [](float x) { return std::isfinite(x); });
      if (own == 0 || own != length.value_or(own) || !finite) {
        return Error{ErrorCode::kInvalidArgument,
                     "outfits.bad_vector",
                     "outfit {0}: a vector of {1} numbers, or not all of them finite; {2} are expected",
                     {outfit.id, own, length.value_or(own)}};
      }
      length = own;
    }
  }
  return length;
}

}  // namespace jaedan::recommender::outfits
