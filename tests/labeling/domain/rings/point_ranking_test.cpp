#include "labeling/domain/rings/point_ranking.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace jaedan {
namespace {

TEST(PointRanking, WhatMattersLeastForTheAreaGoesFirst) {
  Ring house = {{0, 0}, {50, 0}, {100, 0}, {100, 100}, {50, 120}, {0, 100}, {-1, 50}};  // a roof, a dent, a middle
  for (std::size_t shift = 0; shift < house.size(); ++shift) {
    const PointRanking ranking({{house}});
    EXPECT_EQ(ranking.without(0, 0).rings[0].size(), 6U) << "the middle of an edge is no corner";
    EXPECT_EQ(ranking.without(60, 0).rings[0].size(), 5U) << "the dent of 50 px";
    const Region square = ranking.without(1000, 0);
    ASSERT_EQ(square.rings[0].size(), 4U) << "the roof of 1000 px";
    EXPECT_EQ(std::abs(signed_area(square.rings[0])), 100 * 100);
    EXPECT_EQ(ranking.without(1e9, 0).rings[0].size(), 3U);
    std::rotate(house.begin(), house.begin() + 1, house.end());
  }
}

TEST(PointRanking, SmallAndDegenerateRingsGoAway) {
  const Ring large = {{0, 0}, {50, 0}, {50, 50}, {0, 50}};
  const Ring speck = {{10, 10}, {12, 10}, {12, 12}, {10, 12}};
  const Ring one_place(100, Point{5, 5});
  const PointRanking ranking({{large, speck, {}, {{1, 1}}, {{1, 1}, {2, 2}}, one_place}});
  EXPECT_EQ(ranking.without(0.5, 3).rings, (std::vector<Ring>{large, speck}));
  EXPECT_EQ(ranking.without(0.5, 16).rings, (std::vector<Ring>{large}));
  EXPECT_TRUE(PointRanking(Region{}).without(1, 1).empty());
}

}  // namespace
}  // namespace jaedan
