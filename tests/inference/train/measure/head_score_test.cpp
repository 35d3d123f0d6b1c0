#include "inference/train/measure/head_score.h"

#include <gtest/gtest.h>

namespace jaedan::inference {
namespace {

TEST(HeadScore, CountsGarmentsOfWhichBothAreKnown) {
  HeadScore score(category_head());
  score.add({3}, {3});
  score.add({3}, {4});
  score.add({3}, {});
  score.add({}, {4});
  EXPECT_EQ(score.garments(), 2);
  EXPECT_DOUBLE_EQ(score.accuracy(), 0.5);
  EXPECT_EQ(score.confusion().at(3, 4), 1);
}

TEST(HeadScore, OfSeveralValuesEachCountsAlone) {
  HeadScore score({"detail", {{"button", {}}, {"frill", {}}, {"pocket", {}}}, true});
  score.add({0, 1}, {1, 2});
  score.add({2}, {});
  EXPECT_EQ(score.garments(), 2);
  EXPECT_DOUBLE_EQ(score.accuracy(), 2 * 1 / 5.0);
}

TEST(HeadScore, TellsWhatIsFilledInFromWhatIsGuessed) {
  HeadScore score({"fit", {{"loose", {}}, {"tight", {}}}, false});
  EXPECT_FALSE(score.filled_in_right()) << "nothing is";
  score.add_said({0}, {{0, 0.9, true}});
  score.add_said({0}, {{1, 0.8, true}});
  score.add_said({1}, {{1, 0.5, false}});
  score.add_said({1}, {{0, 0.5, false}});
  EXPECT_DOUBLE_EQ(score.accuracy(), 0.5) << "guesses are answers";
  EXPECT_DOUBLE_EQ(score.coverage(), 0.5);
  EXPECT_DOUBLE_EQ(*score.filled_in_right(), 0.5);
  EXPECT_FALSE(score.balanced()) << "too few cases of either";
  EXPECT_EQ(score.calibration().garments, 4);
}

TEST(HeadScore, BalancedIsTheMeanOverTheValuesOfWhichThereAreEnough) {
  HeadScore score({"fit", {{"loose", {}}, {"tight", {}}, {"wide", {}}}, false});
  for (int i = 0; i < 90; ++i) score.add({0}, {0});
  for (int i = 0; i < 10; ++i) score.add({1}, {0});
  for (int i = 0; i < 4; ++i) score.add({2}, {2});
  ASSERT_TRUE(score.balanced());
  EXPECT_DOUBLE_EQ(*score.balanced(), 0.5) << "always the commonest: 1 and 0; of the third there are four";
}

TEST(HeadScore, OneOfSeveralTrueValuesIsEnough) {
  HeadScore score({"style", {{"street", {}}, {"punk", {}}, {"retro", {}}}, false, HeadScope::kPhoto});
  score.add({0, 1}, {1});
  score.add({0, 1}, {2});
  EXPECT_DOUBLE_EQ(score.accuracy(), 0.5);
  EXPECT_EQ(score.confusion().at(1, 1), 1);
  EXPECT_EQ(score.confusion().at(0, 2), 1);
}

TEST(HeadScore, OfSeveralValuesThoseThatAreFilledInAreJudgedEach) {
  HeadScore score({"detail", {{"button", {}}, {"frill", {}}, {"pocket", {}}}, true});
  score.add_said({0, 1}, {{0, 0.95, true}, {2, 0.92, true}, {1, 0.6, false}});
  score.add_said({2}, {});
  EXPECT_DOUBLE_EQ(score.coverage(), 0.5);
  EXPECT_DOUBLE_EQ(*score.filled_in_right(), 0.5);
}

}  // namespace
}  // namespace jaedan::inference
