// Shapes that are held by borders, led by edges, added, cut out and put aside. The real program in a real window.

#include <algorithm>
#include <optional>

#include "tests/app/gui/studio/studio_fixture.h"

namespace jaedan::gui::testing {
namespace {

class StudioDrawing : public StudioFixture {
 protected:
  /// A top on 60–140 × 70–150.
  Annotation draw_top() const { return play_on("key R\nkey 2\nimage-drag 60 70 80 100 140 150\n"); }
};

/// The corner near `p`; the pointer goes by whole pixels of the screen.
std::optional<Point> corner_at(const Region& region, Point p) {
  for (const Ring& ring : region.rings) {
    const auto found = std::find_if(ring.begin(), ring.end(), [&](Point corner) { return distance(corner, p) < 1; });
    if (found != ring.end()) return *found;
  }
  return std::nullopt;
}

TEST_F(StudioDrawing, ANeighboursBorderHoldsPointsAndLeadsTheLine) {
  draw_top();
  // Below the top: from its lower left corner along its lower border and up its right side.
  const Annotation drawn = play_on(
      "key 3\nimage-click 61 151\nimage-click 141 110\nimage-click 180 110\nimage-click 180 200\nimage-click 60 200\n"
      "key Enter\n");
  ASSERT_EQ(drawn.garments.size(), 2U);
  const Region& bottom = drawn.garments[1].region;
  for (const Point corner : {Point{60, 150}, Point{140, 150}}) {
    ASSERT_TRUE(corner_at(bottom, corner)) << corner.x << " " << corner.y;
    EXPECT_EQ(corner_at(bottom, corner), corner_at(drawn.garments[0].region, corner)) << "shared to the last bit";
  }
}

TEST_F(StudioDrawing, CtrlAndTheSwitchLetGo) {
  draw_top();
  const std::string shape = "image-click 62 152\nimage-click 180 170\nimage-click 120 250\nkey Enter\n";
  const Annotation held = play_on("key 3\n" + shape);
  EXPECT_EQ(corner_at(held.garments[1].region, {60, 150}), corner_at(held.garments[0].region, {60, 150}));
  const Annotation free = play_on("key Ctrl+Z\nkey 3\nkey Y\n" + shape);
  ASSERT_EQ(free.garments.size(), 2U);
  EXPECT_FALSE(corner_at(free.garments[1].region, {60, 150}));
  const Annotation with_ctrl = play_on(
      "key Ctrl+Z\nkey 3\nkey-down Ctrl\nimage-click 62 152\nkey-up Ctrl\nimage-click 180 170\nimage-click 120 250\n"
      "key Enter\n");
  ASSERT_EQ(with_ctrl.garments.size(), 2U);
  EXPECT_FALSE(corner_at(with_ctrl.garments[1].region, {60, 150}));
}

TEST_F(StudioDrawing, ADraggedVertexIsHeldToo) {
  draw_top();
  play_on("key 1\nimage-click 150 200\nimage-click 190 200\nimage-click 190 250\nkey Enter\n");
  const Annotation moved = play_on("image-click 180 215\nimage-drag 150 200 145 170 142 152\n");
  ASSERT_EQ(moved.garments.size(), 2U);
  EXPECT_EQ(corner_at(moved.garments[1].region, {140, 150}), corner_at(moved.garments[0].region, {140, 150}));
}

TEST_F(StudioDrawing, MinusCutsAHoleAndEqualAddsAPiece) {
  draw_top();
  const Annotation holed = play_on(
      "image-click 80 90\nkey -\nimage-click 90 90\nimage-click 110 90\nimage-click 110 110\nimage-click 90 110\n"
      "key Enter\n");
  ASSERT_EQ(holed.garments.size(), 1U);
  EXPECT_EQ(holed.garments[0].region.rings.size(), 2U);
  EXPECT_NEAR(area_px(holed.garments[0].region), 80 * 80 - 400, 10);
  const Annotation larger = play_on(
      "image-click 80 80\nkey =\nkey-down Ctrl\nimage-click 130 90\nimage-click 170 90\nimage-click 170 130\n"
      "image-click 130 130\nkey-up Ctrl\nkey Enter\n");
  ASSERT_EQ(larger.garments.size(), 1U);
  EXPECT_NEAR(area_px(larger.garments[0].region), 80 * 80 - 400 + 30 * 40, 10);
  EXPECT_EQ(play_on("key Ctrl+Z\nkey Ctrl+Z\n").garments[0].region.rings.size(), 1U);
}

TEST_F(StudioDrawing, AltWithTheFirstPointCutsARectangleOut) {
  draw_top();
  const Annotation cut =
      play_on("image-click 80 90\nkey R\nkey-down Alt\nimage-click 120 130\nkey-up Alt\nimage-click 160 160\n");
  ASSERT_EQ(cut.garments.size(), 1U);
  EXPECT_NEAR(area_px(cut.garments[0].region), 80 * 80 - 20 * 20, 30);
}

TEST_F(StudioDrawing, NothingIsCutOutOfNothing) {
  const std::string rest = "image-click 140 70\nimage-click 140 150\nkey Enter\n";
  const Annotation none = play_on("key P\nkey-down Alt\nimage-click 60 70\nkey-up Alt\n" + rest + "key Esc\n");
  EXPECT_TRUE(none.garments.empty()) << "the first point was refused, two make no shape";
  // The refusal is over with that click.
  const Annotation drawn = play_on("key P\nkey-down Alt\nimage-click 60 70\nkey-up Alt\nimage-click 50 90\n" + rest);
  EXPECT_EQ(drawn.garments.size(), 1U);
}

TEST_F(StudioDrawing, AShapeThatCannotBeUsedIsNotLost) {
  draw_top();
  const std::string bite =
      "image-click 80 90\nkey -\nimage-click 120 130\nimage-click 160 130\nimage-click 160 160\n"
      "image-click 120 160\n";
  // Locked while it is drawn: Enter says so, and after unlocking it is still there.
  const Annotation cut = play_on(bite + "key L\nkey Enter\nkey L\nkey Enter\n");
  ASSERT_EQ(cut.garments.size(), 1U);
  EXPECT_NEAR(area_px(cut.garments[0].region), 80 * 80 - 20 * 20, 30);
  const Annotation all = play_on("image-click 80 90\nkey -\nkey R\nkey -\nimage-drag 10 10 100 100 190 290\nkey Esc\n");
  EXPECT_EQ(all.garments.size(), 1U) << "a garment is not cut away whole";
}

TEST_F(StudioDrawing, ACutThatWasPutAsideComesBackAsACut) {
  draw_top();
  const Annotation cut = play_on(
      "image-click 80 90\nkey -\nimage-click 120 130\nimage-click 160 130\nkey D\nwait idle\nkey A\nwait idle\n"
      "image-click 160 160\nimage-click 120 160\nkey Enter\n");
  ASSERT_EQ(cut.garments.size(), 1U);
  EXPECT_NEAR(area_px(cut.garments[0].region), 80 * 80 - 20 * 20, 30);
}

TEST_F(StudioDrawing, AFreeHandStrokeIsWholeAndATremblingClickIsAClick) {
  const Annotation stroke =
      play_on("key 2\nimage-drag 60 70 100 60 140 70 150 110 140 150 100 160 60 150 50 110 60 72\n");
  ASSERT_EQ(stroke.garments.size(), 1U);
  EXPECT_GT(stroke.garments[0].region.rings[0].size(), 6U);
  EXPECT_NEAR(area_px(stroke.garments[0].region), 8000, 1200);
  // Held by the border 2 pixels away, then the hand trembles by one: one point, not two.
  const Annotation clicked = play_on(
      "key 3\nkey Y\nkey Y\nimage-drag 20 200 20.3 200.3\nimage-drag 180 200 180.3 200\nimage-drag 100 280 100 280.3\n"
      "key Enter\n");
  ASSERT_EQ(clicked.garments.size(), 2U);
  EXPECT_EQ(clicked.garments[1].region.rings[0].size(), 3U);
}

TEST_F(StudioDrawing, TheEdgesCanBeTakenUpInMidShape) {
  const Annotation drawn = play_on(
      "key 2\nimage-click 60 70\nkey Shift+P\nimage-click 140 70\nwait 10\nkey P\nimage-click 140 150\nkey R\n"
      "image-click 60 150\nkey Enter\n");
  ASSERT_EQ(drawn.garments.size(), 1U);
  EXPECT_NEAR(area_px(drawn.garments[0].region), 80 * 80, 400) << "and a rectangle waits for it to be done";
}

TEST_F(StudioDrawing, ScissorsFollowThePhotosEdges) {
  // The made photo's blue top: its outline is the strongest edge around.
  const Annotation drawn = play_on(
      "key 2\nkey Shift+P\nimage-click 62 72\nwait 10\nimage-click 138 72\nwait 10\nimage-click 138 148\nwait 10\n"
      "image-click 62 148\nwait 10\nkey Enter\n");
  ASSERT_EQ(drawn.garments.size(), 1U);
  EXPECT_NEAR(area_px(drawn.garments[0].region), 80 * 80, 500);
}

TEST_F(StudioDrawing, AShapeIsFoundAgainOnItsPhotoAndAfterTheNextStart) {
  const std::string half =
      "key 2\nimage-click 60 70\nimage-click 140 70\nimage-click 140 150\nimage-click 20 280\nkey Backspace\n";
  // Away and back: the shape and its undo are still there.
  const Annotation back = play_on(half + "key D\nwait idle\nkey A\nwait idle\nkey Enter\n");
  ASSERT_EQ(back.garments.size(), 1U);
  EXPECT_EQ(back.garments[0].region.rings[0].size(), 3U);
  play_on("key Ctrl+Z\n" + half);
  const Annotation after_restart = play_on("key Ctrl+Y\nkey Enter\n");
  ASSERT_EQ(after_restart.garments.size(), 1U);
  EXPECT_EQ(after_restart.garments[0].region.rings[0].size(), 4U) << "what was taken back comes back as well";
  play_on(half + "key Esc\n");
  EXPECT_EQ(play_on("key Enter\n").garments.size(), 1U) << "what was dropped is gone";
}

TEST_F(StudioDrawing, TheGarmentsOfThePhotoBeforeAreCopied) {
  draw_top();
  play_on("key D\nwait idle\nkey Ctrl+Shift+V\n");
  const Annotation second = project_.annotation(1);
  ASSERT_EQ(second.garments.size(), 1U);
  EXPECT_EQ(second.garments[0].region, project_.annotation(0).garments[0].region);
  EXPECT_EQ(second.garments[0].part, Part::kTop);
}

}  // namespace
}  // namespace jaedan::gui::testing
