#pragma once

#include <vector>

#include "inference/train/data/training_item.h"

namespace jaedan::inference {

/// Makes each garment of which pixels are known an item of its own: cut out (garments/cut_out.h), with its labels; the
/// photo's name and its part's are the item's. What is too small to show anything is left out, photos without garments
/// vanish.
void cut_garments_out(std::vector<TrainingSource>& sources);

}  // namespace jaedan::inference
