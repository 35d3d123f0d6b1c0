#include "inference/train/measure/click_simulator.h"

#include <gtest/gtest.h>

#include "inference/garments/segmentation_classes.h"
#include "inference/train/data/mask_damage.h"
#include "inference/train/data/pieces.h"
#include "inference/train/learn/click_start.h"
#include "tests/inference/clicks/click_masks.h"

namespace jaedan::inference {
namespace {

Mask truth_square() { return square_mask(60, 40, 10, 10, 21, kPiecePixel); }

TEST(ClickSimulator, TheFirstClickIsInTheMiddleOfTheObject) {
  Random person(1);
  const auto click = next_click(truth_square(), Mask::of_size(60, 40), {}, person);
  ASSERT_TRUE(click);
  EXPECT_TRUE(click->adds);
  EXPECT_NEAR(click->at.x, 20.5, 1);
  EXPECT_NEAR(click->at.y, 20.5, 1);
}

TEST(ClickSimulator, ThenTheDeepestErrorOfEitherKindIsClicked) {
  Random person(1);
  Mask current = square_mask(60, 40, 10, 10, 21);
  for (int y = 30; y < 40; ++y) {
    for (int x = 40; x < 60; ++x) current.at(x, y) = 255;  // too much
  }
  current.at(12, 12) = 0;  // and a little missing
  const auto click = next_click(truth_square(), current, {}, person);
  ASSERT_TRUE(click);
  EXPECT_FALSE(click->adds);
  EXPECT_GT(click->at.x, 40);
  EXPECT_GT(click->at.y, 30);
}

TEST(ClickSimulator, NoErrorNoClickAndWhatIsUnknownIsNoError) {
  Random person(1);
  EXPECT_FALSE(next_click(truth_square(), square_mask(60, 40, 10, 10, 21), {}, person));
  Mask truth = truth_square();
  truth.at(50, 5) = kIgnoredPixel;
  Mask current = square_mask(60, 40, 10, 10, 21);
  current.at(50, 5) = 255;
  EXPECT_FALSE(next_click(truth, current, {}, person));
  EXPECT_EQ(click_iou(truth, current), 1);
}

TEST(ClickSimulator, JitterStaysWithinTheError) {
  Random person(7);
  bool strayed = false;
  for (int i = 0; i < 50; ++i) {
    const auto click = next_click(truth_square(), Mask::of_size(60, 40), {1}, person);
    ASSERT_TRUE(click);
    EXPECT_EQ(truth_square().at(int(click->at.x), int(click->at.y)), kPiecePixel);
    strayed = strayed || std::abs(click->at.x - 20.5) > 3;
  }
  EXPECT_TRUE(strayed);
}

TEST(MaskDamage, IsWrongButAboutTheSameThing) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    Random random(seed);
    const Mask wrong = damaged(truth_square(), random);
    ASSERT_EQ(wrong.width, 60);
    for (const std::uint8_t value : wrong.pixels) ASSERT_LE(value, 1);
    Random again(seed);
    EXPECT_EQ(damaged(truth_square(), again).pixels, wrong.pixels);
  }
  Random random(3);
  EXPECT_EQ(click_iou(Mask::of_size(8, 8), damaged(Mask::of_size(8, 8), random)), 1);  // nothing has nothing to damage
}

TEST(BeginClicks, EveryBeginningAsksSomething) {
  int boxes = 0, masks = 0, plain = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Random random(seed);
    const ClickState state = begin_clicks(truth_square(), {}, random);
    const bool undamaged = state.is_known && click_iou(state.truth, state.before) == 1;
    EXPECT_TRUE(!state.prompt.clicks.empty() || state.prompt.box || undamaged) << seed;
    boxes += state.prompt.box ? 1 : 0, masks += state.is_known ? 1 : 0;
    plain += !state.prompt.box && !state.is_known ? 1 : 0;
  }
  EXPECT_GT(boxes, 10);
  EXPECT_GT(masks, 30);
  EXPECT_GT(plain, 60);
}

TEST(BeginClicks, TakesAProposalToCorrect) {
  const Mask proposal = square_mask(60, 40, 12, 10, 21, kPiecePixel);
  bool taken = false;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    Random random(seed);
    taken = taken || begin_clicks(truth_square(), proposal, random).before.pixels == proposal.pixels;
  }
  EXPECT_TRUE(taken);
}

TEST(FindPieces, PartsWithEnoughPixels) {
  TrainingItem item;
  item.labels = square_mask(100, 100, 0, 0, 30, mask_value(Part::kTop));
  item.labels.at(99, 99) = mask_value(Part::kDress);
  find_pieces(item);
  ASSERT_EQ(item.pieces.size(), 1U);
  EXPECT_EQ(item.pieces[0].name, "top");
  EXPECT_EQ(item.pieces[0].part, 1);
  item.labels.at(50, 50) = kIgnoredPixel;
  const Mask mask = mask_of(item, item.pieces[0]);
  EXPECT_EQ(mask.at(3, 3), kPiecePixel);
  EXPECT_EQ(mask.at(99, 99), 0);
  EXPECT_EQ(mask.at(50, 50), kIgnoredPixel);
}

}  // namespace
}  // namespace jaedan::inference
