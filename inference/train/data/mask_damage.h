#pragma once

#include "inference/train/data/random.h"
#include "labeling/domain/mask.h"

namespace jaedan::inference {

/// A wrong mask of the kind that people and models make of `truth` (0, kIgnoredPixel, anything else is the object):
/// grown or shrunk, cut off at a line, with a bite or a lump at its border, or moved. Pixels are 0 or 1.
Mask damaged(const Mask& truth, Random& random);

}  // namespace jaedan::inference
