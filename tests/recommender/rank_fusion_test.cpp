#include "recommender/rank_fusion.h"

#include <gtest/gtest.h>

namespace jaedan::recommender {
namespace {

TEST(RankFusion, TheFirstOfAllRankingsHasOne) {
  const std::vector<double> fused = fuse_ranks({{0.9, 0.5, 0.1}, {100, 7, 8}});
  EXPECT_DOUBLE_EQ(fused[0], 1);
  EXPECT_LT(fused[1], 1);
}

TEST(RankFusion, TwoSecondPlacesBeatALastAndAFirst) {
  std::vector<double> first(100, 0), second(100, 0);
  for (std::size_t i = 0; i < 100; ++i) first[i] = second[i] = -static_cast<double>(i);
  second[0] = -1000;  // first there, last here
  const std::vector<double> fused = fuse_ranks({first, second});
  EXPECT_GT(fused[1], fused[0]);
}

TEST(RankFusion, EqualsShareTheMeanOfTheirRanks) {
  const std::vector<double> fused = fuse_ranks({{0.5, 0.5, 0.1}});
  EXPECT_EQ(fused[0], fused[1]) << "a place in the list is no reason";
  EXPECT_DOUBLE_EQ(fused[0], 61 / 61.5);
  EXPECT_DOUBLE_EQ(fused[2], 61.0 / 63);
}

TEST(RankFusion, OfNothingIsNothing) {
  EXPECT_TRUE(fuse_ranks({}).empty());
  EXPECT_TRUE(fuse_ranks({{}, {}}).empty());
}

}  // namespace
}  // namespace jaedan::recommender
