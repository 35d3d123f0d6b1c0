#pragma once

#include <cstdint>
#include <vector>

#include "inference/train/data/training_item.h"

namespace jaedan::inference {

/// How strongly photos are varied. Angles in degrees, colour changes as fractions.
struct AugmentOptions {
  double flip = 0.5;          ///< chance to mirror
  double scale_least = 0.75;  ///< of the size that fills the frame
  double scale_most = 1.5;
  double rotation = 10;
  double shift = 0.12;  ///< of the frame's sides
  double brightness = 0.25;
  double contrast = 0.25;
  double saturation = 0.35;
  double hue = 0.04;  ///< of the colour circle
  double blur = 0.1;  ///< chance of a slight blur
  double erase = 0;   ///< chance that a rectangle is hidden (Zhong et al., 2020); what it hides teaches nothing
};

/// Frame pixels a side of a cell of Sample::body.
inline constexpr int kBodyCellPx = 16;

/// A photo as the network takes it, and its labels at half the size, row by row.
struct Sample {
  int width = 0;
  int height = 0;
  std::vector<float> pixels;           ///< height × width × RGB, [−1, 1]
  std::vector<std::uint8_t> labels;    ///< height/2 × width/2
  std::vector<std::uint8_t> proposal;  ///< of a piece: what a model took for it, 0 or not; empty: it took nothing
  /// height/16 × width/16 values of BodyPart, each of its cell's middle; kUnknownBody outside the photo and where
  /// nothing is known. Empty for a piece.
  std::vector<std::uint8_t> body;
  KeyPoints key_points = {};  ///< in shares of the frame; score 0 where a point is not in view
};

/// A varied view of `item` in a frame of `width` × `height`; the same `seed` gives the same view. What lies
/// outside the photo is grey and ignored.
Sample augment(const TrainingItem& item, int width, int height, const AugmentOptions& options, std::uint64_t seed);

/// A varied view of one piece as a person who clicks would see it: cut out closely, or somewhere in the whole photo.
/// Labels are those of `mask_of` (pieces.h).
Sample augment_piece(const TrainingItem& item, const Piece& piece, int width, int height, const AugmentOptions& options,
                     std::uint64_t seed);

/// The whole photo fitted into the frame, unvaried: for evaluation.
Sample plain(const TrainingItem& item, int width, int height);

}  // namespace jaedan::inference
