#include "app/gui/draw/region_detail.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/app/gui/draw/mesh_area.h"

namespace jaedan::gui {
namespace {

Ring circle(double x, double y, double radius, int points) {
  Ring ring;
  for (int i = 0; i < points; ++i) {
    const double angle = 2 * 3.14159265358979 * i / points;
    ring.push_back({x + radius * std::cos(angle), y + radius * std::sin(angle)});
  }
  return ring;
}

TEST(RegionDetail, FarAwayItHasFewPointsAndTheSameShape) {
  const Region region{{circle(500, 500, 400, 20'000)}};
  const RegionDetail near = detail_for(region, 0.01), far = detail_for(region, 2);
  EXPECT_EQ(near.rings[0].size(), 20'000U) << "zoomed in, every point is there";
  EXPECT_LT(far.rings[0].size(), 2000U);
  EXPECT_NEAR(area_of(far.fill), area_px(region), 0.01 * area_px(region));
}

TEST(RegionDetail, HolesStayHoles) {
  const Region region{{circle(100, 100, 90, 200), circle(100, 100, 40, 200)}};
  EXPECT_NEAR(area_of(detail_for(region, 1).fill), area_px(region), 0.03 * area_px(region));
}

TEST(RegionDetail, WhatIsSmallerThanAFewPixelsIsItsBox) {
  const RegionDetail detail = detail_for({{circle(10, 10, 1, 50)}}, 2);
  ASSERT_EQ(detail.rings.size(), 1U);
  EXPECT_EQ(detail.rings[0].size(), 4U);
  EXPECT_FALSE(detail.fill.empty());
}

TEST(RegionDetail, NothingAndNearlyNothingAreDrawnToo) {
  EXPECT_TRUE(detail_for({}, 1).rings.empty());
  EXPECT_EQ(detail_for({{{{3, 3}}}}, 1).rings.size(), 1U);
  EXPECT_TRUE(detail_for({{{{0, 0}, {50, 0}}}}, 1).fill.empty()) << "a line has no inside";
}

TEST(RegionDetail, ALittleZoomingNeedsNoOther) {
  const RegionDetail detail = detail_for({{circle(100, 100, 90, 200)}}, 1.1);
  EXPECT_TRUE(suits(detail, 1.1));
  EXPECT_TRUE(suits(detail, 1.9));
  EXPECT_FALSE(suits(detail, 2.1));
  EXPECT_FALSE(suits(detail, 0.9));
}

}  // namespace
}  // namespace jaedan::gui
