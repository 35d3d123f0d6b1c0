#include "labeling/domain/region_overlap.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/labeling/edit/edit_fixtures.h"

namespace jaedan {
namespace {

using testing::square;

TEST(RegionOverlap, IsTheShareOfTheSmallerOne) {
  const Region small{{square(10, 10, 20)}};
  const Region half_out{{square(20, 10, 20)}};
  const Region around{{square(0, 0, 100)}};
  EXPECT_DOUBLE_EQ(overlap_of_smaller(small, around), 1);
  EXPECT_DOUBLE_EQ(overlap_of_smaller(around, small), 1) << "whoever is named first";
  EXPECT_NEAR(overlap_of_smaller(small, half_out), 0.5, 0.03);
  EXPECT_DOUBLE_EQ(overlap_of_smaller(small, {{square(60, 60, 20)}}), 0);
}

TEST(RegionOverlap, HolesAreNotPartOfARegion) {
  const Region ring{{square(0, 0, 90), square(20, 20, 50)}};
  EXPECT_DOUBLE_EQ(overlap_of_smaller(ring, {{square(30, 30, 20)}}), 0);
  EXPECT_FALSE(overlap_mostly(ring, {{square(30, 30, 20)}}));
}

TEST(RegionOverlap, IsCountedAsContainsSays) {
  std::mt19937 random(3);
  const auto ring = [&](int points) {
    Ring made;
    for (int i = 0; i < points; ++i) made.push_back({double(random() % 400) / 3, double(random() % 400) / 7});
    return made;
  };
  int compared = 0;
  for (int round = 0; round < 50; ++round) {
    const Region a{{ring(7), ring(4)}};
    const Region frame{{square(20, 10, 32)}};  // the grid is its pixels
    if (area_px(a) <= area_px(frame)) continue;
    ++compared;
    int shared = 0;
    for (int i = 0; i < 32 * 32; ++i) shared += contains(a, {20.5 + i % 32, 10.5 + i / 32}) ? 1 : 0;
    EXPECT_DOUBLE_EQ(overlap_of_smaller(a, frame), shared / 1024.0) << "round " << round;
  }
  EXPECT_GT(compared, 10);
}

TEST(RegionOverlap, NothingOverlapsARegionWithoutArea) {
  const Region line{{{{0, 0}, {50, 50}, {100, 100}}}};
  const Region around{{square(0, 0, 100)}};
  EXPECT_DOUBLE_EQ(overlap_of_smaller(line, around), 0);
  EXPECT_DOUBLE_EQ(overlap_of_smaller({}, around), 0);
  EXPECT_DOUBLE_EQ(overlap_of_smaller({}, {}), 0);
}

TEST(RegionOverlap, MostlyIsMoreThanHalf) {
  const Region small{{square(0, 0, 64)}};
  EXPECT_TRUE(overlap_mostly(small, {{square(24, 0, 100)}}));
  EXPECT_FALSE(overlap_mostly(small, {{square(40, 0, 100)}}));
}

}  // namespace
}  // namespace jaedan
