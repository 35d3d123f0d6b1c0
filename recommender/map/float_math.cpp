#include "recommender/map/float_math.h"

#include <array>

namespace jaedan::recommender {

float float_dot(const float* a, const float* b, std::size_t length) {
  // In parts, for the compiler may not reorder a sum of floats to make it wide.
  constexpr std::size_t kParts = 16;
  std::array<float, kParts> parts{};
  std::size_t i = 0;
  for (; i + kParts <= length; i += kParts) {
    for (std::size_t j = 0; j < kParts; ++j) parts[j] += a[i + j] * b[i + j];
  }
  for (; i < length; ++i) parts[0] += a[i] * b[i];
  float total = 0;
  for (const float part : parts) total += part;
  return total;
}

void add_scaled(float* __restrict__ to, const float* __restrict__ from, float factor, std::size_t length) {
  for (std::size_t i = 0; i < length; ++i) to[i] += factor * from[i];
}

}  // namespace jaedan::recommender
