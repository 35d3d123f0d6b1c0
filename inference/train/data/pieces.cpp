#include "inference/train/data/pieces.h"

#include <algorithm>

#include "inference/garments/part_set.h"

namespace jaedan::inference {

std::vector<Piece> pieces_in(const TrainingItem& item) {
  std::vector<Piece> pieces = item.pieces;
  if (pieces.empty()) {
    for (const Part part : kAllParts) {
      pieces.push_back({std::string(id_of(part)), {mask_value(part)}, mask_value(part) - 1});
    }
  }
  std::array<std::size_t, 256> count{};
  for (const std::uint8_t value : item.labels.pixels) ++count[value];
  const auto is_small = [&](const Piece& piece) {
    std::size_t pixels = 0;
    for (const std::uint8_t value : piece.values) pixels += count[value];
    return double(pixels) < kLeastPieceShare * double(item.labels.pixels.size());
  };
  pieces.erase(std::remove_if(pieces.begin(), pieces.end(), is_small), pieces.end());
  return pieces;
}

void find_pieces(TrainingItem& item) { item.pieces = pieces_in(item); }

Mask mask_of(const TrainingItem& item, const Piece& piece) {
  std::array<std::uint8_t, 256> meaning{};
  meaning[kIgnoredPixel] = kIgnoredPixel;
  for (const std::uint8_t value : piece.values) meaning[value] = kPiecePixel;
  Mask mask = Mask::of_size(item.labels.width, item.labels.height);
  std::transform(item.labels.pixels.begin(), item.labels.pixels.end(), mask.pixels.begin(),
                 [&](std::uint8_t value) { return meaning[value]; });
  return mask;
}

Mask parts_of(const Reading& reading, int width, int height) {
  Mask parts = Mask::of_size(width, height);
  for (const Proposal& garment : reading.garments) fill(parts, garment.region, mask_value(garment.part));
  return parts;
}

Mask parts_of(const Prediction& prediction, int width, int height) {
  return parts_of(prediction.readings.empty() ? Reading{} : prediction.readings.front(), width, height);
}

}  // namespace jaedan::inference
