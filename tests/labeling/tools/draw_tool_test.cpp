#include "labeling/tools/draw_tool.h"

#include <gtest/gtest.h>

#include <limits>

#include "tests/labeling/edit/edit_fixtures.h"

namespace jaedan {
namespace {

using testing::square;
using Kind = DrawStep::Kind;

/// Close within 8 pixels, freehand points 6 apart, a click moves up to 3.
DrawTool polygon_tool() { return DrawTool(DrawShape::kPolygon); }

DrawStep click(DrawTool& tool, Point at) {
  tool.move(at);
  DrawStep step = tool.press(at);
  const DrawStep released = tool.release(at);
  return released.kind == Kind::kNothing ? step : released;
}

/// As a window reports it: two whole clicks, the second one being the double click.
DrawStep double_click(DrawTool& tool, Point first, Point second) {
  click(tool, first);
  tool.press(second);
  DrawStep step = tool.double_click(second);
  tool.release(second);
  return step;
}

void click_all(DrawTool& tool, const Ring& ring) {
  for (const Point& p : ring) EXPECT_EQ(click(tool, p).kind, Kind::kChanged);
}

void expect_finished(const DrawStep& step, const Ring& ring) {
  EXPECT_EQ(step.kind, Kind::kFinished) << step.reason;
  EXPECT_EQ(step.region.rings, std::vector<Ring>{ring});
}

TEST(DrawTool, ClosesOnTheFirstVertex) {
  DrawTool tool = polygon_tool();
  click_all(tool, square(100, 100, 50));
  EXPECT_TRUE(tool.would_close({103, 98}));
  EXPECT_FALSE(tool.would_close({120, 100}));
  expect_finished(tool.press({103, 98}), square(100, 100, 50));
  EXPECT_FALSE(tool.drawing());
  EXPECT_EQ(tool.release({103, 98}).kind, Kind::kNothing);
}

TEST(DrawTool, ClosesOnEnter) {
  DrawTool tool = polygon_tool();
  click_all(tool, square(100, 100, 50));
  expect_finished(tool.key(DrawKey::kFinish), square(100, 100, 50));
}

TEST(DrawTool, ClosesOnADoubleClickWhichSetsOnePoint) {
  DrawTool tool = polygon_tool();
  click_all(tool, {{100, 100}, {150, 100}});
  expect_finished(double_click(tool, {150, 150}, {150, 150}), {{100, 100}, {150, 100}, {150, 150}});
  click_all(tool, {{100, 100}, {150, 100}});
  expect_finished(double_click(tool, {150, 150}, {152, 149}), {{100, 100}, {150, 100}, {150, 150}});
}

TEST(DrawTool, KeepsCloseVerticesThatWereClickedBeforeADoubleClick) {
  DrawTool tool = polygon_tool();
  const Ring fine = {{100, 100}, {150, 100}, {150, 150}, {147, 150}};
  click_all(tool, {fine[0], fine[1], fine[2]});
  expect_finished(double_click(tool, fine[3], fine[3]), fine);
}

TEST(DrawTool, TakesADoubleClickInPlaceOfTheSecondPress) {
  DrawTool tool = polygon_tool();
  const Ring fine = {{100, 100}, {150, 100}, {150, 150}, {147, 150}};
  click_all(tool, fine);
  expect_finished(tool.double_click({149, 151}), fine);
  EXPECT_EQ(tool.release({149, 151}).kind, Kind::kNothing);
}

TEST(DrawTool, ForgetsADoubleClickOnNothing) {
  DrawTool tool = polygon_tool();
  EXPECT_EQ(double_click(tool, {10, 10}, {11, 10}).kind, Kind::kCancelled);
  EXPECT_FALSE(tool.drawing());
  EXPECT_EQ(tool.double_click({10, 10}).kind, Kind::kNothing);
}

TEST(DrawTool, LeavesNothingBehindWhenTheFirstVertexIsDoubleClicked) {
  DrawTool tool = polygon_tool();
  click_all(tool, square(100, 100, 50));
  expect_finished(tool.press({100, 100}), square(100, 100, 50));
  tool.release({100, 100});
  tool.press({100, 100});
  tool.double_click({100, 100});
  tool.release({100, 100});
  EXPECT_FALSE(tool.drawing());
}

TEST(DrawTool, EscapeCancelsAndNeverCommits) {
  DrawTool tool = polygon_tool();
  click_all(tool, square(100, 100, 50));
  const DrawStep step = tool.key(DrawKey::kCancel);
  EXPECT_EQ(step.kind, Kind::kCancelled);
  EXPECT_TRUE(step.region.empty());
  EXPECT_FALSE(tool.drawing());
  EXPECT_FALSE(tool.can_bring_back());
  EXPECT_EQ(tool.key(DrawKey::kCancel).kind, Kind::kNothing) << "the window may then deselect";
}

TEST(DrawTool, TakesBackAndBringsBackEveryVertex) {
  DrawTool tool = polygon_tool();
  const Ring ring = square(100, 100, 50);
  click_all(tool, ring);
  for (std::size_t left = ring.size(); left-- > 0;) {
    EXPECT_TRUE(tool.can_take_back());
    EXPECT_EQ(tool.key(DrawKey::kTakeBack).kind, Kind::kChanged);
    EXPECT_EQ(tool.points().size(), left);
  }
  EXPECT_FALSE(tool.can_take_back());
  EXPECT_EQ(tool.key(DrawKey::kTakeBack).kind, Kind::kNothing);
  while (tool.can_bring_back()) tool.key(DrawKey::kBringBack);
  EXPECT_EQ(tool.points(), ring);
  EXPECT_EQ(tool.key(DrawKey::kBringBack).kind, Kind::kNothing);
  expect_finished(tool.key(DrawKey::kFinish), ring);
}

TEST(DrawTool, CannotBringBackAfterANewVertex) {
  DrawTool tool = polygon_tool();
  click_all(tool, square(100, 100, 50));
  tool.key(DrawKey::kTakeBack);
  click(tool, {90, 200});
  EXPECT_FALSE(tool.can_bring_back());
  EXPECT_EQ(tool.points().back(), (Point{90, 200}));
}

TEST(DrawTool, RefusesFewerThanThreeDifferentPointsAndKeepsTheDraft) {
  DrawTool tool = polygon_tool();
  EXPECT_EQ(tool.key(DrawKey::kFinish).kind, Kind::kNothing);
  click_all(tool, {{100, 100}, {150, 100}});
  click(tool, {100, 100});
  const DrawStep step = tool.key(DrawKey::kFinish);
  EXPECT_EQ(step.kind, Kind::kRefused);
  EXPECT_FALSE(step.reason.empty());
  EXPECT_EQ(tool.points().size(), 3U);
  tool.key(DrawKey::kTakeBack);
  click(tool, {120, 180});
  EXPECT_EQ(tool.key(DrawKey::kFinish).kind, Kind::kFinished);
}

TEST(DrawTool, RefusesAnOutlineWithoutArea) {
  DrawTool tool = polygon_tool();
  click_all(tool, {{100, 100}, {150, 100}, {200, 100}});
  EXPECT_EQ(tool.key(DrawKey::kFinish).kind, Kind::kRefused);
}

TEST(DrawTool, AcceptsAnOutlineThatCrossesItself) {
  DrawTool tool = polygon_tool();
  const Ring bow_tie = {{0, 0}, {100, 100}, {100, 0}, {0, 100}};
  EXPECT_EQ(signed_area(bow_tie), 0);
  click_all(tool, bow_tie);
  expect_finished(tool.key(DrawKey::kFinish), bow_tie);
}

TEST(DrawTool, DrawsFreehandWithPointsApartAndClosesAtTheStart) {
  DrawTool tool = polygon_tool();
  tool.press({100, 100});
  for (double x = 100; x <= 200; x += 1) tool.move({x, 100});
  for (double y = 100; y <= 200; y += 1) tool.move({200, y});
  for (double t = 0; t <= 95; t += 1) tool.move({200 - t, 200 - t});
  for (std::size_t i = 1; i < tool.points().size(); ++i) {
    EXPECT_GE(distance(tool.points()[i - 1], tool.points()[i]), 6);
  }
  EXPECT_NEAR(static_cast<double>(tool.points().size()), 335.0 / 6, 6);
  const DrawStep step = tool.release({105, 105});
  ASSERT_EQ(step.kind, Kind::kFinished) << step.reason;
  EXPECT_NEAR(area_px(step.region), 5000, 100);
}

TEST(DrawTool, AStrokeThatEndsElsewhereMayBeContinuedByClicks) {
  DrawTool tool = polygon_tool();
  tool.press({100, 100});
  for (double x = 100; x <= 200; x += 1) tool.move({x, 100});
  EXPECT_EQ(tool.release({200, 100}).kind, Kind::kNothing);
  click(tool, {150, 180});
  EXPECT_EQ(tool.press({100, 100}).kind, Kind::kFinished);
}

TEST(DrawTool, AShortStrokeAroundTheStartDoesNotClose) {
  DrawTool tool(DrawShape::kPolygon, {8, 1, 3, {}});
  tool.press({100, 100});
  for (const Point p : {Point{102, 100}, Point{104, 102}, Point{102, 104}}) tool.move(p);
  EXPECT_EQ(tool.release({101, 101}).kind, Kind::kNothing);
  EXPECT_TRUE(tool.drawing());
}

TEST(DrawTool, AClickWithATremorSetsOnePoint) {
  DrawTool tool = polygon_tool();
  tool.press({100, 100});
  tool.move({102, 101});
  tool.release({102, 101});
  EXPECT_EQ(tool.points(), (Ring{{100, 100}}));
}

TEST(DrawTool, MovingWithoutAButtonSetsNoPointsButPreviewsOne) {
  DrawTool tool = polygon_tool();
  click_all(tool, {{100, 100}, {150, 100}});
  tool.move({200, 200});
  EXPECT_EQ(tool.points().size(), 2U);
  EXPECT_EQ(tool.preview(), (Ring{{100, 100}, {150, 100}, {200, 200}}));
}

TEST(DrawTool, HoldsPointsInsideThePhoto) {
  DrawTool tool(DrawShape::kPolygon, {8, 6, 3, {0, 0, 800, 600}});
  click(tool, {-50, 300});
  click(tool, {900, 700});
  click(tool, {400, -20});
  expect_finished(tool.key(DrawKey::kFinish), {{0, 300}, {800, 600}, {400, 0}});
}

TEST(DrawTool, IgnoresPlacesThatAreNoNumbers) {
  DrawTool tool = polygon_tool();
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(tool.press({nan, 1}).kind, Kind::kNothing);
  EXPECT_EQ(tool.move({nan, 1}).kind, Kind::kNothing);
  EXPECT_EQ(tool.release({nan, 1}).kind, Kind::kNothing);
  EXPECT_EQ(tool.double_click({nan, 1}).kind, Kind::kNothing);
  EXPECT_FALSE(tool.drawing());
}

TEST(DrawTool, DrawsARectangleByDragging) {
  DrawTool tool(DrawShape::kRectangle);
  tool.press({150, 160});
  tool.move({120, 120});
  EXPECT_EQ(tool.preview(), (Ring{{120, 120}, {150, 120}, {150, 160}, {120, 160}}));
  expect_finished(tool.release({100, 110}), {{100, 110}, {150, 110}, {150, 160}, {100, 160}});
  EXPECT_FALSE(tool.drawing());
}

TEST(DrawTool, DrawsARectangleByTwoClicks) {
  DrawTool tool(DrawShape::kRectangle);
  EXPECT_EQ(click(tool, {100, 100}).kind, Kind::kChanged);
  tool.move({130, 130});
  expect_finished(click(tool, {150, 140}), {{100, 100}, {150, 100}, {150, 140}, {100, 140}});
}

TEST(DrawTool, RefusesARectangleWithoutArea) {
  DrawTool tool(DrawShape::kRectangle);
  tool.press({100, 100});
  EXPECT_EQ(tool.release({150, 100}).kind, Kind::kRefused);
  expect_finished(click(tool, {150, 150}), square(100, 100, 50));
}

TEST(DrawTool, CancelsARectangle) {
  DrawTool tool(DrawShape::kRectangle);
  tool.press({100, 100});
  tool.move({150, 150});
  EXPECT_EQ(tool.key(DrawKey::kCancel).kind, Kind::kCancelled);
  EXPECT_EQ(tool.release({150, 150}).kind, Kind::kNothing);
  EXPECT_FALSE(tool.drawing());
}

TEST(DrawTool, ALedLineComesInAsOneStep) {
  DrawTool tool = polygon_tool();
  click_all(tool, {{100, 100}});
  tool.move({200, 100});
  tool.lead({{120, 90}, {150, 85}});
  EXPECT_EQ(tool.preview(), (Ring{{100, 100}, {120, 90}, {150, 85}, {200, 100}}));
  tool.press({200, 100});
  tool.release({200, 100});
  EXPECT_EQ(tool.points().size(), 4U);
  click(tool, {200, 200});
  EXPECT_EQ(tool.points().size(), 5U) << "the line is straight again";
  tool.key(DrawKey::kTakeBack);
  tool.key(DrawKey::kTakeBack);
  EXPECT_EQ(tool.points(), (Ring{{100, 100}})) << "the stretch goes as it came";
  tool.key(DrawKey::kBringBack);
  EXPECT_EQ(tool.points().size(), 4U);
}

TEST(DrawTool, TheWayHomeBelongsToTheOutline) {
  DrawTool tool = polygon_tool();
  click_all(tool, {{100, 100}, {200, 100}, {200, 200}});
  tool.lead({{150, 220}, {100, 200}});
  expect_finished(tool.press({100, 100}), {{100, 100}, {200, 100}, {200, 200}, {150, 220}, {100, 200}});
}

TEST(DrawTool, AShapeThatIsRefusedKeepsNothingOfTheWayHome) {
  DrawTool tool = polygon_tool();
  click_all(tool, {{100, 100}, {200, 100}, {300, 100}});
  tool.lead({{250, 100}});
  EXPECT_EQ(tool.press({100, 100}).kind, Kind::kRefused);
  EXPECT_EQ(tool.points().size(), 3U);
}

TEST(DrawTool, AWayIsHeldInTheFrameAndOfNumbersOnly) {
  DrawTool tool = polygon_tool();
  DrawOptions options;
  options.frame = {0, 0, 300, 300};
  tool.set_options(options);
  click_all(tool, {{100, 100}});
  tool.lead({{-50, 120}, {std::numeric_limits<double>::quiet_NaN(), 0}});
  tool.press({100, 200});
  EXPECT_EQ(tool.points(), (Ring{{100, 100}, {0, 120}, {100, 200}}));
}

TEST(DrawTool, TakesUpAShapeThatWasPutAside) {
  DrawTool first = polygon_tool();
  click_all(first, square(100, 100, 50));
  first.key(DrawKey::kTakeBack);
  DrawTool second = polygon_tool();
  click_all(second, {{1, 1}});
  second.take_up(first.draft());
  EXPECT_EQ(second.points(), first.points());
  second.key(DrawKey::kBringBack);
  expect_finished(second.key(DrawKey::kFinish), square(100, 100, 50));
}

}  // namespace
}  // namespace jaedan
