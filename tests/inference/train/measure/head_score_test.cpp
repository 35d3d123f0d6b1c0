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

}  // namespace
}  // namespace jaedan::inference
