#include "app/workflow/outfits/garment_outfits.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace jaedan::workflow {

using recommender::outfits::Outfit;
using recommender::outfits::Piece;

Piece piece_of(const recommender::Item& garment) {
  Piece piece;
  piece.type = id_of(garment.part);
  for (const AttributeValue& said : garment.attributes) {
    if (said.value != kNotSure) piece.tokens.push_back(piece.type + "/" + said.attribute + "=" + said.value);
  }
  for (const AttributeValue& said : garment.photo_values) {
    if (said.value != kNotSure) piece.tokens.push_back(said.attribute + "=" + said.value);
  }
  piece.photo = garment.photo, piece.garment = garment.garment;
  if (!garment.vector.empty()) piece.vector = &garment.vector;
  return piece;
}

std::vector<Outfit> worn_outfits(const std::vector<Piece>& garments, bool with_vectors) {
  std::map<PhotoId, Outfit> by_photo;
  for (const Piece& garment : garments) {
    Outfit& outfit = by_photo[garment.photo];
    outfit.id = std::to_string(garment.photo.value);
    outfit.pieces.push_back(garment);
    Piece& piece = outfit.pieces.back();
    const auto is_of_photo = [](const std::string& token) {
      return recommender::outfits::without_type(token).size() == token.size();
    };
    piece.tokens.erase(std::remove_if(piece.tokens.begin(), piece.tokens.end(), is_of_photo), piece.tokens.end());
    if (!with_vectors) piece.vector = nullptr;
  }
  std::vector<Outfit> outfits;
  for (auto& [photo, outfit] : by_photo) {
    if (outfit.pieces.size() > 1) outfits.push_back(std::move(outfit));
  }
  return outfits;
}

}  // namespace jaedan::workflow
