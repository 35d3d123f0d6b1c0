#include "labeling/domain/geometry.h"

#include <gtest/gtest.h>

#include <cmath>

namespace jaedan {
namespace {

const Ring kSquare = {{1, 2}, {5, 2}, {5, 6}, {1, 6}};  // clockwise on screen

TEST(SharedArea, IsOfWhatLiesInBoth) {
  const Rect box{0, 0, 4, 3};
  EXPECT_EQ(shared_area(box, {1, 1, 10, 10}), 6);
  EXPECT_EQ(shared_area(box, box), 12);
  EXPECT_EQ(shared_area(box, {4, 0, 2, 2}), 0) << "they touch";
  EXPECT_EQ(shared_area(box, {6, 5, 2, 2}), 0) << "both sides are apart, and a product of two gaps is no area";
}

TEST(Geometry, AreaIsPositiveClockwiseOnScreen) {
  EXPECT_EQ(signed_area(kSquare), 16);
  EXPECT_EQ(signed_area({kSquare.rbegin(), kSquare.rend()}), -16);
  EXPECT_EQ(signed_area({}), 0);
  EXPECT_EQ(signed_area({{1, 1}}), 0);
  EXPECT_EQ(signed_area({{1, 1}, {9, 9}}), 0);
}

TEST(Geometry, CrossTellsTheTurn) {
  EXPECT_GT(cross({0, 0}, {1, 0}, {1, 1}), 0);  // right, then down: clockwise
  EXPECT_LT(cross({0, 0}, {1, 0}, {1, -1}), 0);
  EXPECT_EQ(cross({0, 0}, {1, 1}, {2, 2}), 0);
}

TEST(Geometry, BoundsHoldAllPoints) {
  EXPECT_EQ(bounds_of(kSquare), (Rect{1, 2, 4, 4}));
  EXPECT_EQ(bounds_of(Ring{{-3, 7}}), (Rect{-3, 7, 0, 0}));
  EXPECT_TRUE(bounds_of(Ring{}).empty());
}

TEST(Geometry, ContainsIsEvenOdd) {
  EXPECT_TRUE(contains(kSquare, {3, 4}));
  EXPECT_FALSE(contains(kSquare, {0.5, 4}));
  EXPECT_FALSE(contains(kSquare, {3, 1.5}));
  EXPECT_FALSE(contains(Ring{}, {0, 0}));
  const Ring bow_tie = {{0, 0}, {4, 4}, {4, 0}, {0, 4}};
  EXPECT_TRUE(contains(bow_tie, {3.5, 2}));
  EXPECT_FALSE(contains(bow_tie, {2, 3.5}));
}

TEST(Geometry, AVertexOnTheScanLineCountsOnce) {
  const Ring diamond = {{2, 0}, {4, 2}, {2, 4}, {0, 2}};
  EXPECT_TRUE(contains(diamond, {1, 2}));
  EXPECT_FALSE(contains(diamond, {-1, 2}));
  EXPECT_FALSE(contains(diamond, {5, 2}));
}

TEST(Geometry, TheNearestPlaceOfASegmentMayBeItsEnd) {
  const SegmentDistance middle = distance_to_segment({2, 3}, {0, 0}, {4, 0});
  EXPECT_EQ(middle.distance, 3);
  EXPECT_EQ(middle.nearest, (Point{2, 0}));
  EXPECT_EQ(distance_to_segment({7, 4}, {0, 0}, {4, 0}).distance, 5);
  EXPECT_EQ(distance_to_segment({3, 4}, {0, 0}, {0, 0}).distance, 5);  // a segment without length
}

}  // namespace
}  // namespace jaedan
