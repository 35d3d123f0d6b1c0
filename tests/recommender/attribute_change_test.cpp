#include "recommender/attribute_change.h"

#include <gtest/gtest.h>

namespace jaedan::recommender {
namespace {

using Vector = std::vector<float>;

TEST(AttributeChange, MovesByTheDifferenceOfTheMeans) {
  const Vector mini_a{0, 1};
  const Vector mini_b{2, 9};
  const Vector long_a{10, 5};
  EXPECT_EQ(vector_after_change({0, 5}, {&mini_a, &mini_b}, {&long_a}), (Vector{9, 5}));
}

TEST(AttributeChange, WithoutExamplesOfBothValuesNothingMoves) {
  const Vector some{7, 7};
  EXPECT_EQ(vector_after_change({1, 2}, {}, {&some}), (Vector{1, 2}));
  EXPECT_EQ(vector_after_change({1, 2}, {&some}, {}), (Vector{1, 2}));
}

}  // namespace
}  // namespace jaedan::recommender
