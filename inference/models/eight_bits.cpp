#include "inference/models/eight_bits.h"

#include <algorithm>
#include <cmath>

namespace jaedan::inference {
namespace {

constexpr float kLargest = 127;

}  // namespace

EightBits to_eight_bits(const std::vector<float>& values, std::size_t rows) {
  EightBits packed;
  packed.numbers.reserve(values.size());
  const std::size_t length = rows == 0 ? 0 : values.size() / rows;
  for (std::size_t row = 0; row < rows; ++row) {
    const auto first = values.begin() + std::ptrdiff_t(row * length), last = first + std::ptrdiff_t(length);
    float largest = 0;
    for (auto value = first; value != last; ++value) largest = std::max(largest, std::abs(*value));
    const float scale = largest / kLargest;
    packed.scales.push_back(scale);
    for (auto value = first; value != last; ++value) {
      // Of a row of the smallest numbers there are the scale itself can be 0.
      const float number = scale == 0 ? 0 : std::clamp(std::round(*value / scale), -kLargest, kLargest);
      packed.numbers.push_back(static_cast<std::int8_t>(number));
    }
  }
  return packed;
}

std::vector<float> from_eight_bits(const EightBits& packed) {
  std::vector<float> values;
  values.reserve(packed.numbers.size());
  const std::size_t length = packed.scales.empty() ? 0 : packed.numbers.size() / packed.scales.size();
  for (std::size_t i = 0; i < packed.numbers.size(); ++i) {
    values.push_back(static_cast<float>(packed.numbers[i]) * packed.scales[i / length]);
  }
  return values;
}

}  // namespace jaedan::inference
