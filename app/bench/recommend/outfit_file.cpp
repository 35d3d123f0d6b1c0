#include "app/bench/recommend/outfit_file.h"

#include <utility>

#include "labeling/formats/outfits/outfit_file.h"

namespace jaedan::bench {

using recommender::outfits::Outfit;
using recommender::outfits::Piece;

std::vector<Outfit> outfits_of(const labeling::OutfitTable& table) {
  std::vector<Outfit> outfits;
  for (const TableOutfit& row : table.outfits) {
    Outfit outfit{row.id, {}};
    for (const OutfitItem& item : row.items) {
      Piece piece;
      piece.type = item.type.empty() ? item.word : item.type + "/" + item.word;
      piece.slot = item.type;
      outfit.pieces.push_back(std::move(piece));
    }
    outfits.push_back(std::move(outfit));
  }
  return outfits;
}

Result<std::vector<Outfit>> read_outfits(const std::string& path, std::vector<workflow::FailedItem>& warnings) {
  JAEDAN_ASSIGN_OR_RETURN(const labeling::OutfitTable table, labeling::read_outfit_file(path));
  for (const Warning& warning : table.warnings) warnings.push_back({path, warning.message});
  return outfits_of(table);
}

}  // namespace jaedan::bench
