#pragma once

#include "inference/train/data/training_item.h"
#include "labeling/domain/proposal.h"

namespace jaedan::inference {

/// A piece below this share of the photo teaches nothing and is not judged by: a click would hardly hit it.
inline constexpr double kLeastPieceShare = 0.001;
/// Inside a piece's mask; outside is 0, and what nobody knows kIgnoredPixel.
inline constexpr std::uint8_t kPiecePixel = 1;

/// The item's pieces, or when it has none those that its labels show, one for each part; without those below
/// `kLeastPieceShare`.
std::vector<Piece> pieces_in(const TrainingItem& item);
/// Leaves the item with these.
void find_pieces(TrainingItem& item);

/// The piece alone, at the size of the labels.
Mask mask_of(const TrainingItem& item, const Piece& piece);

/// The parts of a reading as a map of mask values, later garments above earlier ones.
Mask parts_of(const Reading& reading, int width, int height);
/// Those of the likeliest reading; all 0 without one.
Mask parts_of(const Prediction& prediction, int width, int height);

}  // namespace jaedan::inference
