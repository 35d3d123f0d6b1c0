#include "inference/clicks/click_session.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "inference/clicks/click_change.h"
#include "inference/clicks/click_frame.h"
#include "inference/clicks/click_hints.h"
#include "tests/inference/clicks/click_masks.h"
#include "tests/inference/clicks/squares.h"
#include "tests/support/matchers.h"

namespace jaedan::inference {
namespace {

std::size_t inside_of(const Mask& mask) {
  std::size_t count = 0;
  for (const std::uint8_t value : mask.pixels) count += value != 0;
  return count;
}

TEST(ClickSession, ClicksAreTakenBackOneByOne) {
  Squares squares(3);
  BlankPhoto photo(40, 40);
  ClickSession session(squares, photo);
  EXPECT_FALSE(session.can_take_back());
  ASSERT_OK(session.click({{10, 10}, true}));
  const Mask first = session.mask();
  ASSERT_OK(session.click({{30, 30}, true}));
  EXPECT_GT(inside_of(session.mask()), inside_of(first));
  EXPECT_TRUE(session.take_back());
  EXPECT_EQ(session.mask().pixels, first.pixels);
  EXPECT_EQ(session.prompt().clicks.size(), 1U);
  EXPECT_TRUE(session.take_back());
  EXPECT_TRUE(session.mask().pixels.empty());
  EXPECT_FALSE(session.take_back());
}

TEST(ClickSession, AWrongQuestionSaysNothing) {
  Squares squares(3);
  BlankPhoto photo(40, 40);
  ClickSession session(squares, photo);
  EXPECT_ERROR(session.click({{41, 10}, true}), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(session.click({{std::nan(""), 10}, true}), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(session.box({50, 50, 5, 5}), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(session.box({5, 5, 0, 5}), ErrorCode::kInvalidArgument);
  EXPECT_FALSE(session.can_take_back());
  ClickSession other(squares, photo, {Mask::of_size(8, 8), MaskOrigin::kPerson, {}});
  EXPECT_ERROR(other.click({{4, 4}, true}), ErrorCode::kInvalidArgument);
}

TEST(ClickSession, AMaskThatWasThereChangesNearTheClickOnly) {
  Squares squares(3);
  squares.far_ = 9;
  BlankPhoto photo(60, 60);
  ClickSession session(squares, photo, {square_mask(60, 60, 20, 20, 20), MaskOrigin::kPerson, {}});
  ASSERT_OK(session.click({{42, 30}, true}));
  EXPECT_NE(session.mask().at(42, 30), 0);
  EXPECT_EQ(session.mask().at(0, 0), 0);
}

TEST(ClickSession, AMaskOfAModelChangesAsAWhole) {
  Squares squares(3);
  squares.far_ = 9;
  BlankPhoto photo(60, 60);
  const Mask start = square_mask(60, 60, 20, 20, 20);
  ClickSession session(squares, photo, {start, MaskOrigin::kModel, {}});
  ASSERT_OK(session.click({{42, 30}, true}));
  EXPECT_NE(session.mask().at(42, 30), 0);
  EXPECT_NE(session.mask().at(0, 0), 0) << "the new answer counts everywhere";
  EXPECT_TRUE(session.take_back());
  EXPECT_EQ(session.mask().pixels, start.pixels);
  squares.far_ = 1;
  ASSERT_OK(session.click({{42, 30}, true}));
  EXPECT_EQ(session.mask().at(0, 0), 0) << "but for specks";
}

TEST(ClickChange, OnlyPiecesThatTouchTheClickAreTaken) {
  const Mask before = square_mask(60, 50, 5, 5, 10);
  Mask after = square_mask(60, 50, 40, 30, 12);
  after.at(38, 40) = 255;  // a piece of its own, two pixels away
  const Mask merged = merged_near_click(before, after, {{45, 35}, true}, 3);
  Mask expected = square_mask(60, 50, 40, 30, 12);
  for (int y = 5; y < 15; ++y) std::fill_n(&expected.at(5, y), 10, 255);
  EXPECT_EQ(merged.pixels, expected.pixels);
  // From outside of what changes, within reach and out of it.
  EXPECT_EQ(merged_near_click(before, after, {{50, 28.5}, true}, 3).pixels, expected.pixels);
  EXPECT_EQ(merged_near_click(before, after, {{50, 20}, true}, 3).pixels, before.pixels);
  EXPECT_EQ(merged_near_click(before, before, {{45, 35}, true}, 3).pixels, before.pixels);
}

TEST(ClickChange, SpecksGoUnlessTheyWereClickedOn) {
  Mask mask = square_mask(100, 80, 10, 10, 40);
  const Mask clean = mask;
  mask.at(20, 20) = mask.at(30, 30) = 0;    // pinholes
  mask.at(70, 20) = mask.at(70, 60) = 255;  // specks
  for (int y = 40; y < 43; ++y) std::fill_n(&mask.at(40, y), 3, 0);
  mask.at(41, 41) = 255;  // a speck in a pinhole
  Mask tidy = mask;
  drop_specks(tidy, {});
  EXPECT_EQ(tidy.pixels, clean.pixels);
  tidy = mask;
  drop_specks(tidy, {{{30.5, 30.5}, false}, {{70.5, 60.5}, true}});
  Mask kept = clean;
  kept.at(30, 30) = 0, kept.at(70, 60) = 255;
  EXPECT_EQ(tidy.pixels, kept.pixels);
  Mask two = square_mask(100, 80, 10, 10, 40);
  for (int y = 60; y < 68; ++y) std::fill_n(&two.at(60, y), 8, 255);  // 64 of 1600 pixels: a piece
  const Mask both = two;
  drop_specks(two, {});
  EXPECT_EQ(two.pixels, both.pixels);
  Mask nothing = Mask::of_size(4, 4);
  drop_specks(nothing, {});
  EXPECT_EQ(nothing.pixels, Mask::of_size(4, 4).pixels);
}

TEST(ClickChange, ContradictionsAreSettledByTheLaterClick) {
  Mask mask = Mask::of_size(20, 20);
  obey_clicks(mask, {{{5.5, 5.5}, false}, {{5.5, 5.5}, true}}, 2);
  EXPECT_NE(mask.at(5, 5), 0);
  obey_clicks(mask, {{{5.5, 5.5}, true}, {{5.5, 5.5}, false}}, 2);
  EXPECT_EQ(mask.at(5, 5), 0);
  obey_clicks(mask, {{{20, 20}, true}}, 2);  // the photo's very corner
  EXPECT_NE(mask.at(19, 19), 0);
}

TEST(ClickHints, BumpsLieOnTheirClicks) {
  const auto planes = draw_hints({{{10, 6}, true}, {{30, 18}, false}}, Rect{8, 4, 8, 8}, 10, 6);
  ASSERT_EQ(planes.size(), 5U * 60);
  const auto at = [&](int plane, int x, int y) { return planes[std::size_t(plane) * 60 + std::size_t(y) * 10 + x]; };
  EXPECT_FLOAT_EQ(at(kAddNarrow, 2, 1), 1);
  EXPECT_FLOAT_EQ(at(kRemoveNarrow, 7, 4), 1);
  EXPECT_LT(at(kAddNarrow, 7, 4), 0.01F);
  EXPECT_GT(at(kAddWide, 7, 4), at(kAddNarrow, 7, 4));
  EXPECT_EQ(at(kInBox, 2, 1), 1);
  EXPECT_EQ(at(kInBox, 5, 1), 0);
}

TEST(ClickFrame, LargePhotosAreScaledAndTinyOnesAreNot) {
  const InputSize large = click_frame_of(10'000, 10'000);
  EXPECT_LE(double(large.width) * large.height, kClickFrameArea * 1.01);
  EXPECT_EQ(click_frame_of(1, 1).width, 1);
  EXPECT_GE(click_frame_of(1, 50'000'000).width, 1);
}

TEST(ClickFrame, AnswersLieInTheirViewAndLeaveTheRest) {
  const Mask before = square_mask(40, 40, 0, 0, 10);
  const Mask answer = answer_in_frame(std::vector<float>(16, 1.0F), 4, 4, {20, 20, 8, 8}, before, {40, 40});
  EXPECT_NE(answer.at(5, 5), 0);
  EXPECT_NE(answer.at(24, 24), 0);
  EXPECT_EQ(answer.at(30, 30), 0);
  const auto cells = mask_cells(before, {0, 0, 20, 20}, 2, 2);
  EXPECT_EQ(cells, (std::vector<float>{1, 0, 0, 0}));
}

}  // namespace
}  // namespace jaedan::inference
