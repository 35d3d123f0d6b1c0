#pragma once

#include <vector>

#include "inference/garments/segmentation_classes.h"

namespace jaedan::inference {

/// The network's word on a photo, class by class, row by row: value (c, y, x) speaks of the cell of the photo that is
/// 1/width wide and 1/height high. Logits before the softmax.
struct ClassScores {
  int width = 0;
  int height = 0;
  std::vector<float> logits;  ///< kPixelClassCount × height × width

  float at(int c, int x, int y) const { return logits[(std::size_t(c) * height + y) * width + x]; }
};

/// Softmax over the classes, in place of the logits.
std::vector<float> probabilities_of(const ClassScores& scores);

}  // namespace jaedan::inference
