#pragma once

#include <cstdint>
#include <vector>

#include "labeling/domain/mask.h"

namespace jaedan::inference {

/// How much of each cell of a grid of `columns` × `rows` over the mask holds `value`, row by row, [0, 1].
std::vector<float> cell_shares(const Mask& mask, std::uint8_t value, int columns, int rows);

}  // namespace jaedan::inference
