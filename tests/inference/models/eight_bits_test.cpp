#include "inference/models/eight_bits.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace jaedan::inference {
namespace {

TEST(EightBits, AnErrorIsAtMostHalfAScale) {
  std::mt19937 numbers(1);
  std::normal_distribution<float> normal;
  constexpr std::size_t kRows = 5, kLength = 77;
  std::vector<float> values;
  for (std::size_t row = 0; row < kRows; ++row) {
    const float size = std::pow(10.0F, float(row) - 2);
    for (std::size_t i = 0; i < kLength; ++i) values.push_back(size * normal(numbers));
  }
  const EightBits packed = to_eight_bits(values, kRows);
  ASSERT_EQ(packed.scales.size(), kRows);
  const std::vector<float> back = from_eight_bits(packed);
  ASSERT_EQ(back.size(), values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    EXPECT_LE(std::abs(back[i] - values[i]), packed.scales[i / kLength] * 0.5001F) << i;
  }
}

TEST(EightBits, TheLargestOfARowIsKept) {
  const std::vector<float> back = from_eight_bits(to_eight_bits({0.5F, -4, 300, 1}, 2));
  EXPECT_FLOAT_EQ(back[1], -4);
  EXPECT_FLOAT_EQ(back[2], 300);
}

TEST(EightBits, RowsOfZerosAndOfTheSmallestNumbersStayNumbers) {
  const float smallest = std::numeric_limits<float>::denorm_min();
  for (const float value : from_eight_bits(to_eight_bits({0, 0, smallest, -smallest}, 2))) {
    EXPECT_TRUE(std::isfinite(value));
    EXPECT_LE(std::abs(value), smallest);
  }
}

TEST(EightBits, NothingIsNothing) { EXPECT_TRUE(from_eight_bits(to_eight_bits({}, 0)).empty()); }

}  // namespace
}  // namespace jaedan::inference
