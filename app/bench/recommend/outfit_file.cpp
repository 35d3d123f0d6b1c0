#include "app/bench/recommend/outfit_file.h"

#include <utility>

#include "labeling/base/file_system.h"

namespace jaedan::bench {

using recommender::outfits::Outfit;
using recommender::outfits::Piece;

namespace {

constexpr std::uint64_t kMostBytes = 512u << 20;

}  // namespace

std::vector<Outfit> outfits_of(const labeling::OutfitTable& table) {
  std::vector<Outfit> outfits;
  for (const labeling::TableOutfit& row : table.outfits) {
    Outfit outfit{row.id, {}};
    for (const labeling::OutfitItem& item : row.items) {
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
  JAEDAN_ASSIGN_OR_RETURN(const std::string bytes, disk().read(path, kMostBytes));
  const Result<labeling::OutfitTable> table = labeling::read_outfit_table(bytes);
  if (!table.ok()) return table.error().with_context(path);
  for (const Warning& warning : table->warnings) warnings.push_back({path, warning.message});
  return outfits_of(*table);
}

}  // namespace jaedan::bench
