#include "labeling/edit/region_overlap.h"

#include <gtest/gtest.h>

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
