#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace jaedan::inference {

/// A kernel as whole numbers: value = whole number × scale of its row (symmetric quantisation per channel:
/// Krishnamoorthi, 2018, §3.1.3). A row holds the numbers of one output channel, so a channel of small weights loses
/// no more than one of large ones.
struct EightBits {
  std::vector<std::int8_t> numbers;  ///< −127 … 127, row by row
  std::vector<float> scales;         ///< one a row; 0 for a row of zeros
};

/// Rounds to the nearest; an error is at most half a scale. `values` are finite, and `rows` divides their number.
EightBits to_eight_bits(const std::vector<float>& values, std::size_t rows);
std::vector<float> from_eight_bits(const EightBits& packed);

}  // namespace jaedan::inference
