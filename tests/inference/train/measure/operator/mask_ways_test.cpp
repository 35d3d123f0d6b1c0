#include "inference/train/measure/operator/mask_ways.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "inference/train/data/pieces.h"
#include "tests/inference/clicks/click_masks.h"
#include "tests/inference/clicks/squares.h"
#include "tests/support/matchers.h"

namespace jaedan::inference {
namespace {

TEST(OperatorCosts, AreTheSumOfWhatIsDone) {
  EXPECT_DOUBLE_EQ(Acts{}.seconds(), 0);
  EXPECT_NEAR((Acts{1, 1, 1, 1}).seconds(), 0.28 + 1.1 + 1.35 + 0.1, 1e-9);
  EXPECT_NEAR((2 * act::kSelect + act::kDeleteSelected).seconds(), 2 * (1.1 + 0.2) + 0.28, 1e-9);
  EXPECT_NEAR(act::kVertex.seconds(), 1.3, 1e-9);
  EXPECT_NEAR(act::kClick.seconds(), 2.65, 1e-9);
}

TEST(MaskWays, DrawingSetsFewVerticesAndGoesRoundEveryPiece) {
  const Mask square = square_mask(200, 200, 20, 20, 60, kPiecePixel);
  const Acts one = draw_by_hand(square, {});
  EXPECT_GE(one.points, 4);
  EXPECT_LE(one.points, 8);
  EXPECT_EQ(one, one.points * act::kVertex + act::kFinish);
  Mask two = square;
  for (int y = 120; y < 180; ++y) std::fill_n(&two.at(120, y), 60, kPiecePixel);
  const Acts both = draw_by_hand(two, {});
  EXPECT_EQ(both, both.points * act::kVertex + 2 * act::kFinish + act::kFurtherRing);
  MaskRules fine;
  fine.least_iou = 0.99;
  EXPECT_GE(draw_by_hand(square, fine).points, one.points);
}

TEST(MaskWays, DrawingPassesOverSpecksWhereThatIsQuicker) {
  Mask speckled = square_mask(200, 200, 20, 20, 60, kPiecePixel);
  for (int speck = 0; speck < 10; ++speck) {
    for (int y = 100; y < 105; ++y) std::fill_n(&speckled.at(10 + 15 * speck, y), 5, kPiecePixel);
  }
  for (int y = 40; y < 46; ++y) std::fill_n(&speckled.at(40, y), 6, 0);
  const Acts drawn = draw_by_hand(speckled, {});
  EXPECT_EQ(drawn, drawn.points * act::kVertex + act::kFinish) << "neither the specks nor the hole";
  EXPECT_LE(drawn.points, 8);
  MaskRules all;
  all.least_iou = 0.97;
  EXPECT_GT(draw_by_hand(speckled, all).keys, 1) << "some of the specks are needed";
}

TEST(MaskWays, ClicksEndWhenItIsRightOrTheyAreUsedUp) {
  const Mask truth = square_mask(60, 60, 20, 20, 20, kPiecePixel);
  Random person(1);
  Squares squares(10), tiny(1);
  ASSERT_OK_AND_ASSIGN(const auto photo, squares.encode(Image::of_size(60, 60).view()));
  const ClickStart nothing{{}, MaskOrigin::kModel, {}};
  ASSERT_OK_AND_ASSIGN(const auto one, click_until_right(squares, *photo, truth, nothing, false, {}, person));
  ASSERT_TRUE(one.has_value());
  EXPECT_EQ(*one, act::kClick);
  ASSERT_OK_AND_ASSIGN(const auto boxed, click_until_right(squares, *photo, truth, nothing, true, {}, person));
  ASSERT_TRUE(boxed.has_value());
  EXPECT_EQ(*boxed, act::kBox + act::kClick) << "these squares do not answer boxes";
  MaskRules rules;
  rules.most_clicks = 3;
  ASSERT_OK_AND_ASSIGN(const auto never, click_until_right(tiny, *photo, truth, nothing, false, rules, person));
  EXPECT_FALSE(never.has_value());
  const ClickStart right{square_mask(60, 60, 20, 20, 20), MaskOrigin::kModel, {}};
  ASSERT_OK_AND_ASSIGN(const auto none, click_until_right(tiny, *photo, truth, right, false, rules, person));
  EXPECT_EQ(none, std::optional<Acts>(Acts{}));
}

TEST(MaskWays, AStrokeMendsAStripThatIsMissingOrTooMuch) {
  const Mask truth = square_mask(200, 200, 50, 50, 100, kPiecePixel);
  Mask narrow = square_mask(200, 200, 50, 50, 100), wide = narrow;
  for (int y = 50; y < 150; ++y) {
    std::fill_n(&narrow.at(120, y), 30, 0);
    std::fill_n(&wide.at(150, y), 30, 255);
  }
  EXPECT_EQ(paint_until_right(truth, narrow, {}), std::optional<Acts>(act::kStroke));
  EXPECT_EQ(paint_until_right(truth, wide, {}), std::optional<Acts>(act::kStroke));
  MaskRules none;
  none.most_strokes = 0;
  EXPECT_EQ(paint_until_right(truth, narrow, none), std::nullopt);
  EXPECT_EQ(paint_until_right(truth, square_mask(200, 200, 50, 50, 100), none), std::optional<Acts>(Acts{}));
}

TEST(MaskWays, WhatNobodyKnowsIsNoError) {
  Mask truth = square_mask(60, 60, 20, 20, 20, kPiecePixel);
  for (int y = 0; y < 60; ++y) std::fill_n(&truth.at(40, y), 20, kIgnoredPixel);
  Mask beyond = square_mask(60, 60, 20, 20, 20);
  for (int y = 20; y < 40; ++y) std::fill_n(&beyond.at(40, y), 20, 255);
  EXPECT_TRUE(is_right(truth, beyond, {}));
  EXPECT_EQ(draw_by_hand(truth, {}), draw_by_hand(square_mask(60, 60, 20, 20, 20, kPiecePixel), {}));
}

}  // namespace
}  // namespace jaedan::inference
