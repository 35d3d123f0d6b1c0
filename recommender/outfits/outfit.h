#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/ids.h"

/// What goes with what: learnt from outfits, asked about a wardrobe.
namespace jaedan::recommender::outfits {

/// One thing that is worn with others: a word of a table of outfits, or a garment of a photo.
struct Piece {
  /// What kind of thing it is. Of a table its word (a category's number or name), of a garment its part ("top").
  std::string type;
  /// What more is known of it: "top/category=shirt", "top/colour=white"; of its whole photo: "season=summer".
  std::vector<std::string> tokens;
  /// Where it is worn; an outfit of a wardrobe has one piece a slot. Empty: its type ("top").
  std::string slot;
  PhotoId photo;      ///< 0 for a word of a table
  GarmentId garment;  ///< the same
  /// What the model made of its pixels; somebody else's, may be null. All of a set of outfits have the same length.
  const std::vector<float>* vector = nullptr;
};

using PieceList = std::vector<const Piece*>;

/// Pieces that were worn, or put, together.
struct Outfit {
  std::string id;  ///< of a table's row or of the photo; for messages and for putting some aside
  std::vector<Piece> pieces;
};

/// "top" of a piece that says nothing of its slot.
const std::string& slot_of(const Piece& piece);

/// "white" of the token "top/colour=white" or "colour=white" of `piece`; the first one, empty when it has none.
std::string_view value_in(const Piece& piece, std::string_view attribute);

/// The token without the type in front: "colour=white" of "top/colour=white".
std::string_view without_type(std::string_view token);

/// All pieces but the one at `left_out`.
PieceList others_in(const std::vector<Piece>& pieces, std::size_t left_out);
PieceList pointers_to(const std::vector<Piece>& pieces);

/// The common length of the vectors of all pieces; nothing when none has one. kInvalidArgument, naming the outfit,
/// when lengths differ, one is empty or a number of one is not finite.
Result<std::optional<std::size_t>> vector_length(const std::vector<Outfit>& outfits);

}  // namespace jaedan::recommender::outfits
