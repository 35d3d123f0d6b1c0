#pragma once

#include "labeling/domain/mask.h"

namespace jaedan::inference {

/// A mask with `value` in a square of `side` at (x, y).
inline Mask square_mask(int width, int height, int x, int y, int side, std::uint8_t value = 255) {
  Mask mask = Mask::of_size(width, height);
  for (int row = y; row < y + side; ++row) {
    for (int column = x; column < x + side; ++column) mask.at(column, row) = value;
  }
  return mask;
}

}  // namespace jaedan::inference
