#include "inference/clicks/fitting_mask.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace jaedan::inference {
namespace {

constexpr int kWidth = 60, kHeight = 80;

Mask block(int x, int y, int width, int height) {
  Mask mask = Mask::of_size(kWidth, kHeight);
  for (int row = y; row < y + height; ++row) std::fill_n(&mask.at(x, row), width, 255);
  return mask;
}

// A figure: what was taken for a top and a skirt is a dress in another reading.
const Mask kTop = block(20, 10, 20, 25);
const Mask kSkirt = block(20, 35, 20, 30);
const Mask kDress = block(20, 10, 20, 55);
const Click kOnSkirt{{30.5, 50.5}, true};

TEST(FittingMask, AClickBesideWhatIsShownChoosesTheReadingThatHasIt) {
  const std::vector<Mask> others = {kSkirt, kDress};
  EXPECT_EQ(&fitting_mask(kTop, others, kOnSkirt), &others[1]) << "the skirt is nothing like the top";
}

TEST(FittingMask, AClickThatTakesAwayChoosesTheReadingWithoutIt) {
  const std::vector<Mask> others = {kDress, kTop};
  EXPECT_EQ(&fitting_mask(kDress, others, {{30.5, 50.5}, false}), &others[1]);
}

TEST(FittingMask, WithNothingShownTheLikeliestThatHasTheClick) {
  const std::vector<Mask> others = {Mask{}, kTop, kSkirt, kDress};
  const Mask nothing;
  EXPECT_EQ(&fitting_mask(nothing, others, kOnSkirt), &others[2]);
  EXPECT_EQ(&fitting_mask(nothing, others, {{30.5, 50.5}, false}), &nothing);
  const Mask empty = Mask::of_size(kWidth, kHeight);
  EXPECT_EQ(&fitting_mask(empty, others, kOnSkirt), &others[2]);
}

TEST(FittingMask, OtherwiseWhatIsShown) {
  EXPECT_EQ(&fitting_mask(kTop, {}, kOnSkirt), &kTop);
  EXPECT_EQ(&fitting_mask(kTop, {kTop, kSkirt}, kOnSkirt), &kTop);
  // On the photo's border and beyond: the nearest pixel.
  EXPECT_EQ(&fitting_mask(kTop, {kDress}, {{kWidth, kHeight}, true}), &kTop);
}

}  // namespace
}  // namespace jaedan::inference
