#include "labeling/domain/region.h"

#include <gtest/gtest.h>

namespace jaedan {
namespace {

Ring square(double x, double y, double side) { return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}; }

TEST(Region, RingsInsideRingsAreHolesAndIslands) {
  const Region region = {{square(0, 0, 100), square(10, 10, 50), square(20, 20, 10), square(200, 0, 10)}};
  EXPECT_EQ(nesting_depth(region, 0), 0);
  EXPECT_EQ(nesting_depth(region, 1), 1);
  EXPECT_EQ(nesting_depth(region, 2), 2);
  EXPECT_EQ(nesting_depth(region, 3), 0);
  EXPECT_EQ(area_px(region), 10000 - 2500 + 100 + 100);
  EXPECT_TRUE(contains(region, {5, 5}));
  EXPECT_FALSE(contains(region, {15, 15}));
  EXPECT_TRUE(contains(region, {25, 25}));
  EXPECT_TRUE(contains(region, {205, 5}));
}

TEST(Region, OrientationMeansNothing) {
  Region region = {{square(0, 0, 100), square(10, 10, 50)}};
  region.rings[0] = {region.rings[0].rbegin(), region.rings[0].rend()};
  EXPECT_EQ(area_px(region), 7500);
}

TEST(Region, BoundsAndCountsTakeAllRings) {
  const Region region = {{square(10, 20, 5), {}, square(-5, 30, 2)}};
  EXPECT_EQ(bounds_of(region), (Rect{-5, 20, 20, 12}));
  EXPECT_EQ(point_count(region), 8u);
  EXPECT_TRUE(bounds_of(Region{}).empty());
  EXPECT_EQ(area_px(Region{}), 0);
}

TEST(Region, RingsOfOneOrTwoPointsDoNoHarm) {
  const Region region = {{{{1, 1}}, {{2, 2}, {3, 3}}, {}}};
  EXPECT_EQ(area_px(region), 0);
  EXPECT_FALSE(contains(region, {1, 1}));
  EXPECT_EQ(bounds_of(region), (Rect{1, 1, 2, 2}));
}

}  // namespace
}  // namespace jaedan
