#include "inference/train/measure/calibration.h"

#include <gtest/gtest.h>

namespace jaedan::inference {
namespace {

std::vector<ScoreOutcome> outcomes(double score, int reached, int all) {
  std::vector<ScoreOutcome> list;
  for (int i = 0; i < all; ++i) list.push_back({score, i < reached});
  return list;
}

TEST(Calibration, OfNothingIsNothing) {
  const Calibration c = calibration_of({});
  EXPECT_EQ(c.garments, 0);
  EXPECT_DOUBLE_EQ(c.ece, 0);
  EXPECT_DOUBLE_EQ(c.ece_by_chance, 0);
}

TEST(Calibration, WeighsTheBinsErrorsByTheirGarments) {
  auto list = outcomes(0.25, 5, 10);         // said .25, held .5: off by .25
  const auto more = outcomes(0.95, 28, 30);  // said .95, held .9333: off by .0167
  list.insert(list.end(), more.begin(), more.end());
  const Calibration c = calibration_of(list);
  EXPECT_NEAR(c.ece, (10 * 0.25 + 30 * (0.95 - 28.0 / 30)) / 40, 1e-9);
  EXPECT_EQ(c.bins[2].count, 10);
  EXPECT_DOUBLE_EQ(c.bins[2].mean_score, 0.25);
  EXPECT_DOUBLE_EQ(c.bins[2].reached, 0.5);
  EXPECT_EQ(c.bins[5].count, 0);
  EXPECT_EQ(c.sure, 30);
  EXPECT_NEAR(c.sure_reached, 28.0 / 30, 1e-12);
}

TEST(Calibration, AScoreOfOneLiesInTheLastBin) {
  const Calibration c = calibration_of(outcomes(1.0, 4, 4));
  EXPECT_EQ(c.bins[9].count, 4);
  EXPECT_DOUBLE_EQ(c.ece, 0);
}

TEST(Calibration, ChanceAloneMakesAnErrorThatShrinksWithTheGarments) {
  const double few = calibration_of(outcomes(0.5, 10, 20)).ece_by_chance;
  const double many = calibration_of(outcomes(0.5, 1000, 2000)).ece_by_chance;
  EXPECT_NEAR(few, 0.089, 0.02);  // E|share − ½| of 20 throws: √(2/π) · √(¼/20)
  EXPECT_NEAR(many, 0.0089, 0.002);
}

}  // namespace
}  // namespace jaedan::inference
