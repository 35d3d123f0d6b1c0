#include "labeling/shape/brush_stroke.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace jaedan::labeling {
namespace {

const Rect kFrame{0, 0, 200, 100};
const Region kBox{{{{20, 20}, {80, 20}, {80, 80}, {20, 80}}}};

TEST(BrushStroke, AStrokeFromNothingIsARegion) {
  BrushStroke stroke({}, {10, false}, kFrame, {50, 50});
  EXPECT_NEAR(area_px(stroke.region()), 314, 12);
  for (double x = 51; x <= 90; ++x) stroke.move({{x, 50}});
  EXPECT_NEAR(area_px(stroke.region()), 314 + 800, 30);
  EXPECT_LT(point_count(stroke.region()), 60U);
  EXPECT_TRUE(stroke.changes_something());
}

TEST(BrushStroke, AddsToARegionAndKeepsItsFarPoints) {
  BrushStroke stroke(kBox, {10, false}, kFrame, {80, 50});
  EXPECT_TRUE(contains(stroke.region(), {88, 50}));
  EXPECT_TRUE(contains(stroke.region(), {30, 30}));
  EXPECT_EQ(stroke.region().rings.size(), 1U);
  const Ring& ring = stroke.region().rings[0];
  EXPECT_NE(std::find(ring.begin(), ring.end(), Point{20, 20}), ring.end());
}

TEST(BrushStroke, ErasesHolesAndWhole) {
  BrushStroke hole(kBox, {5, true}, kFrame, {50, 50});
  EXPECT_EQ(hole.region().rings.size(), 2U);
  EXPECT_FALSE(contains(hole.region(), {50, 50}));
  BrushStroke everything(kBox, {100, true}, kFrame, {50, 50});
  EXPECT_TRUE(everything.region().empty());
  BrushStroke beside(kBox, {5, true}, kFrame, {150, 50});
  EXPECT_FALSE(beside.changes_something());
}

TEST(BrushStroke, PaintingWhatIsThereIsNoChange) {
  BrushStroke inside(kBox, {5, false}, kFrame, {50, 50});
  inside.move({{60, 60}, {40, 60}});
  EXPECT_FALSE(inside.changes_something());
  EXPECT_EQ(inside.region(), kBox);
}

TEST(BrushStroke, FineBrushesPaintToo) {
  BrushStroke dot({}, {0.2, false}, kFrame, {50, 50});
  EXPECT_NEAR(area_px(dot.region()), 0.1257, 0.03);
  dot.move({{60, 50}});
  EXPECT_NEAR(area_px(dot.region()), 4.13, 0.2);
}

TEST(BrushStroke, SmallRingsThatWereThereStay) {
  Region holed = kBox;
  holed.rings.push_back({{30, 30}, {31, 30}, {31, 31}, {30, 31}});
  BrushStroke stroke(holed, {5, false}, kFrame, {80, 70});
  EXPECT_EQ(stroke.region().rings.size(), 2U);
  EXPECT_FALSE(contains(stroke.region(), {30.5, 30.5}));
}

TEST(BrushStroke, ManyPlacesAtOnceAreTheSameAsOneByOne) {
  BrushStroke together(kBox, {6, false}, kFrame, {10, 10}), apart = together;
  const std::vector<Point> places = {{20, 15}, {60, 15}, {90, 30}, {90, 90}, {30, 95}};
  together.move(places);
  for (const Point p : places) apart.move({p});
  EXPECT_NEAR(area_px(together.region()), area_px(apart.region()), 10);
}

TEST(BrushStroke, NothingIsPaintedOutsideThePhoto) {
  BrushStroke stroke({}, {30, false}, kFrame, {0, 0});
  stroke.move({{-50, -50}});
  const Rect box = bounds_of(stroke.region());
  EXPECT_GE(box.x, 0);
  EXPECT_GE(box.y, 0);
  EXPECT_NEAR(area_px(stroke.region()), 3.14159 * 900 / 4, 25);
  EXPECT_TRUE(BrushStroke({}, {10, false}, kFrame, {500, 500}).region().empty());
}

TEST(BrushStroke, AScribbleStaysARegionThatCanBeDrawn) {
  BrushStroke stroke(kBox, {6, false}, kFrame, {10, 10});
  std::uint64_t state = 5;
  std::vector<Point> visited;
  for (int i = 0; i < 300; ++i) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    visited.push_back({double(state >> 40 & 0xFF), double(state >> 50 & 0x7F)});
    stroke.move({visited.back()});
  }
  for (const Ring& ring : stroke.region().rings) EXPECT_GE(ring.size(), 3U);
  EXPECT_LT(point_count(stroke.region()), 3000U);
  EXPECT_TRUE(contains(stroke.region(), {50, 50}));
  for (const Point p : visited) {
    const bool well_inside = p.x > 1 && p.y > 1 && p.x < 199 && p.y < 99;
    EXPECT_TRUE(!well_inside || contains(stroke.region(), p)) << p.x << ' ' << p.y;
  }
}

}  // namespace
}  // namespace jaedan::labeling
