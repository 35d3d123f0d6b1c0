#include "labeling/shape/region_algebra.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "labeling/domain/mask.h"

namespace jaedan::labeling {
namespace {

constexpr double kPi = 3.14159265358979;

Ring box(double x, double y, double width, double height) {
  return {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}};
}

bool has_point(const Region& region, Point p) {
  return std::any_of(region.rings.begin(), region.rings.end(),
                     [&](const Ring& ring) { return std::find(ring.begin(), ring.end(), p) != ring.end(); });
}

TEST(RegionAlgebra, UnionDifferenceAndIntersectionOfTwoBoxes) {
  const Region a{{box(0, 0, 10, 10)}}, b{{box(5, 5, 10, 10)}};
  EXPECT_NEAR(area_px(united(a, b)), 175, 1e-6);
  EXPECT_NEAR(area_px(subtracted(a, b)), 75, 1e-6);
  EXPECT_NEAR(area_px(shared(a, b)), 25, 1e-6);
}

TEST(RegionAlgebra, PointsThatWereThereComeBackBitForBit) {
  const Region a{{{{0.1, 0.2}, {10.3, 0.7}, {10.123456789, 9.87654321}, {0.333333333, 10.1}}}};
  const Region both = united(a, {{box(8, 8, 20, 20)}});
  EXPECT_TRUE(has_point(both, {0.1, 0.2}));
  EXPECT_TRUE(has_point(both, {10.3, 0.7}));
  EXPECT_TRUE(has_point(both, {0.333333333, 10.1}));
  EXPECT_FALSE(has_point(both, {10.123456789, 9.87654321}));  // lies within the other
}

TEST(RegionAlgebra, PointsOnAStraightEdgeStay) {
  const Region a{{{{0, 0}, {5, 0}, {10, 0}, {10, 10}, {0, 10}}}};
  EXPECT_TRUE(has_point(subtracted(a, {{box(8, 8, 5, 5)}}), {5, 0}));
}

TEST(RegionAlgebra, WhatLiesInTheMiddleBecomesAHole) {
  const Region ring = subtracted({{box(0, 0, 30, 30)}}, {{box(10, 10, 5, 5)}});
  ASSERT_EQ(ring.rings.size(), 2U);
  EXPECT_NEAR(area_px(ring), 875, 1e-6);
  EXPECT_FALSE(contains(ring, {12, 12}));
  EXPECT_NEAR(area_px(united(ring, {{box(9, 9, 7, 7)}})), 900, 1e-6);
}

TEST(RegionAlgebra, EmptyRegionsAndRegionsApart) {
  const Region a{{box(0, 0, 10, 10)}}, far{{box(50, 50, 10, 10)}};
  EXPECT_EQ(united(a, {}), a);
  EXPECT_EQ(united({}, a), a);
  EXPECT_EQ(united(a, far).rings.size(), 2U);
  EXPECT_NEAR(area_px(subtracted(a, {})), 100, 1e-9);
  EXPECT_TRUE(subtracted(a, a).empty());
  EXPECT_TRUE(subtracted({}, a).empty());
  EXPECT_TRUE(shared(a, far).empty());
  EXPECT_TRUE(shared({}, {}).empty());
}

TEST(RegionAlgebra, DegenerateAndSelfCrossingRingsAreTaken) {
  const Region line{{{{0, 0}, {10, 0}, {0, 0}}}}, point{{{{3, 3}}}}, a{{box(0, 0, 10, 10)}};
  EXPECT_NEAR(area_px(united(a, line)), 100, 1e-6);
  EXPECT_NEAR(area_px(united(a, point)), 100, 1e-6);
  // A bow tie: two triangles of 25.
  const Region bow{{{{20, 0}, {30, 10}, {30, 0}, {20, 10}}}};
  double area = 0;
  for (const Region& piece : pieces_by_area(bow)) area += area_px(piece);
  EXPECT_NEAR(area, 50, 0.01);
  EXPECT_NEAR(area_px(shared(bow, {{box(19, -1, 12, 12)}})), 50, 0.01);
}

TEST(RegionAlgebra, RandomRegionsAgreeWithTheirPixels) {
  std::uint64_t state = 7;
  const auto random = [&state](int below) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<int>((state >> 33) % static_cast<std::uint64_t>(below));
  };
  for (int round = 0; round < 50; ++round) {
    const auto any = [&] {
      Region region;
      for (int r = 0; r < 2; ++r) {
        Ring ring;
        for (int i = 0; i < 3 + random(6); ++i) ring.push_back({double(random(64)), double(random(64))});
        region.rings.push_back(std::move(ring));
      }
      return region;
    };
    const Region a = any(), b = any();
    const Region both = united(a, b), rest = subtracted(a, b), common = shared(a, b);
    for (int i = 0; i < 300; ++i) {
      const Point p{random(64) + 0.37, random(64) + 0.61};
      const auto near_border = [&](const Region& region) {
        for (const Ring& ring : region.rings) {
          for (std::size_t k = 0; k < ring.size(); ++k) {
            if (distance_to_segment(p, ring[k], ring[(k + 1) % ring.size()]).distance < 0.01) return true;
          }
        }
        return false;
      };
      if (near_border(a) || near_border(b)) continue;
      const bool in_a = contains(a, p), in_b = contains(b, p);
      EXPECT_EQ(contains(both, p), in_a || in_b) << round;
      EXPECT_EQ(contains(rest, p), in_a && !in_b) << round;
      EXPECT_EQ(contains(common, p), in_a && in_b) << round;
    }
  }
}

TEST(RegionAlgebra, PiecesComeLargestFirstWithTheirHoles) {
  Region region{{box(100, 0, 5, 5), box(0, 0, 30, 30), box(10, 10, 10, 10), box(13, 13, 4, 4)}};
  const std::vector<Region> pieces = pieces_by_area(region);
  ASSERT_EQ(pieces.size(), 3U);
  EXPECT_NEAR(area_px(pieces[0]), 800, 1e-6);
  EXPECT_EQ(pieces[0].rings.size(), 2U);
  EXPECT_NEAR(area_px(pieces[1]), 25, 1e-6);
  EXPECT_NEAR(area_px(pieces[2]), 16, 1e-6);  // the island in the hole
  EXPECT_TRUE(pieces_by_area({}).empty());
}

TEST(Brush, APointIsADiskAndALineACapsule) {
  EXPECT_NEAR(area_px(brushed({{50, 50}}, 10)), kPi * 100, 5);
  EXPECT_NEAR(area_px(brushed({{50, 50}, {90, 50}}, 10)), kPi * 100 + 800, 6);
  EXPECT_LT(point_count(brushed({{50, 50}}, 10)), 40U);
  EXPECT_TRUE(brushed({}, 10).empty());
  EXPECT_TRUE(brushed({{5, 5}}, 0).empty());
  EXPECT_TRUE(brushed({{5, 5}}, std::nan("")).empty());
}

TEST(Brush, AStrokeAroundLeavesAHole) {
  const Region ring = brushed({{20, 20}, {80, 20}, {80, 80}, {20, 80}, {20, 20}}, 5);
  EXPECT_TRUE(contains(ring, {50, 20}));
  EXPECT_FALSE(contains(ring, {50, 50}));
}

TEST(Slice, ALineAcrossGivesTwoAndTheLargerOneStays) {
  const auto sliced_box = sliced({{box(0, 0, 30, 10)}}, {{10, -5}, {10, 15}});
  ASSERT_TRUE(sliced_box.ok());
  EXPECT_NEAR(area_px(sliced_box->kept), 200, 0.01);
  EXPECT_NEAR(area_px(sliced_box->cut_off), 100, 0.01);
  EXPECT_TRUE(contains(sliced_box->cut_off, {5, 5}));
}

TEST(Slice, BothLegsAreCutByOneLine) {
  const Region trousers{{{{0, 0}, {30, 0}, {30, 40}, {20, 40}, {20, 10}, {10, 10}, {10, 40}, {0, 40}}}};
  const auto shorts = sliced(trousers, {{-5, 25}, {35, 25}});
  ASSERT_TRUE(shorts.ok());
  EXPECT_EQ(shorts->kept.rings.size(), 1U);
  EXPECT_EQ(shorts->cut_off.rings.size(), 2U);
  EXPECT_NEAR(area_px(shorts->cut_off), 300, 0.1);
}

TEST(Slice, PiecesThatAreNotReachedStayAsTheyAre) {
  const Region two{{box(0, 0, 30, 10), box(0, 50, 7.123456789, 10)}};
  const auto cut = sliced(two, {{10, -5}, {10, 15}});
  ASSERT_TRUE(cut.ok());
  EXPECT_TRUE(has_point(cut->kept, {7.123456789, 50}));
  EXPECT_EQ(cut->cut_off.rings.size(), 1U);
}

TEST(Slice, ALineThatEndsInsideOrMissesIsRefused) {
  const Region a{{box(0, 0, 30, 10)}};
  for (const std::vector<Point>& line :
       {std::vector<Point>{{10, -5}, {10, 5}}, {{50, 0}, {50, 10}}, {{10, 5}}, {}, {{10, 5}, {10, 5}}}) {
    const auto refused = sliced(a, line);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::kInvalidArgument);
  }
}

TEST(Slice, ACutAroundACornerCutsItOut) {
  const auto cut = sliced({{box(0, 0, 30, 30)}}, {{20, -5}, {20, 10}, {35, 10}});
  ASSERT_TRUE(cut.ok());
  EXPECT_NEAR(area_px(cut->cut_off), 100, 0.05);
}

}  // namespace
}  // namespace jaedan::labeling
