#include "inference/train/measure/answer_shape.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/inference/clicks/click_masks.h"

namespace jaedan::inference {
namespace {

const Mask kBefore = square_mask(200, 200, 50, 50, 100);

TEST(AnswerShape, AFarPieceIsNoticedAndTheNoiseOfABorderIsNot) {
  const Click click{{52, 52}, false};
  Mask after = kBefore;
  for (int i = 0; i < 10; ++i) std::fill_n(&after.at(50, 50 + i), 10, 0);  // at the click
  for (int y = 60; y < 150; ++y) after.at(149, y) = 0;                     // a border that moved by a pixel
  AnswerShape shape = shape_of(kBefore, after, click, kBefore);
  EXPECT_TRUE(shape.corrects);
  EXPECT_TRUE(shape.is_small);
  EXPECT_FALSE(shape.changed_far);
  for (int y = 140; y < 150; ++y) std::fill_n(&after.at(140, y), 10, 0);
  EXPECT_TRUE(shape_of(kBefore, after, click, kBefore).changed_far);
  Mask half = kBefore;
  for (int y = 50; y < 150; ++y) std::fill_n(&half.at(50, y), 50, 0);
  shape = shape_of(kBefore, half, click, kBefore);
  EXPECT_FALSE(shape.is_small);
  EXPECT_FALSE(shape.changed_far) << "it hangs together with the click";
}

TEST(AnswerShape, CountsWhatAPersonSees) {
  Mask after = kBefore;
  for (int y = 90; y < 110; ++y) std::fill_n(&after.at(90, y), 20, 0);
  for (int y = 10; y < 30; ++y) std::fill_n(&after.at(10, y), 20, 255);
  const AnswerShape shape = shape_of({}, after, {{60, 60}, true}, after);
  EXPECT_EQ(shape.pieces, 2);
  EXPECT_EQ(shape.holes, 1);
  EXPECT_GE(shape.points, 9);
  EXPECT_LE(shape.points, 24);
  EXPECT_GE(shape.outline_loss, 0);
  EXPECT_LE(shape.outline_loss, 0.025);
  EXPECT_FALSE(shape.corrects);
  EXPECT_FALSE(shape.is_small);
}

}  // namespace
}  // namespace jaedan::inference
