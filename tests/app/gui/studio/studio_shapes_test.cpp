// Garments sliced, joined, cut out and redrawn. The real program in a real window.

#include "tests/app/gui/studio/studio_fixture.h"

namespace jaedan::gui::testing {
namespace {

class StudioShapes : public StudioFixture {
 protected:
  /// A top on 60–140 × 70–150 and an outer on 120–180 × 70–150 above it.
  void draw_two() const {
    play_on("key R\nkey 2\nimage-drag 60 70 80 100 140 150\nkey R\nkey 1\nimage-drag 120 70 130 100 180 150\n");
  }
};

TEST_F(StudioShapes, TheKnifeCutsTheSelectedGarmentInTwo) {
  draw_two();
  const Annotation cut = play_on("image-click 80 110\nkey K\nimage-drag 50 100 90 100 150 100\n");
  ASSERT_EQ(cut.garments.size(), 3U);
  EXPECT_NEAR(area_px(cut.garments[0].region), 80 * 50, 20);
  EXPECT_NEAR(area_px(cut.garments[2].region), 80 * 30, 20);
  EXPECT_EQ(cut.garments[2].part, Part::kTop);
  EXPECT_EQ(play_on("key Ctrl+Z\n").garments.size(), 2U);
}

TEST_F(StudioShapes, ALineThatEndsInsideOrNothingSelectedChangesNothing) {
  draw_two();
  EXPECT_EQ(play_on("image-click 80 110\nkey K\nimage-drag 50 100 90 100\n").garments.size(), 2U);
  EXPECT_EQ(play_on("key K\nimage-drag 50 100 200 100\n").garments.size(), 2U);
}

TEST_F(StudioShapes, AContourIsDrawnAnew) {
  draw_two();
  const Annotation redrawn = play_on("image-click 80 110\nkey C\nimage-drag 60 90 50 100 40 110 50 120 60 130\n");
  ASSERT_EQ(redrawn.garments.size(), 2U);
  EXPECT_TRUE(contains(redrawn.garments[0].region, {45, 110}));
  EXPECT_FALSE(contains(redrawn.garments[0].region, {50, 80}));
  EXPECT_TRUE(contains(redrawn.garments[0].region, {130, 140}));
}

TEST_F(StudioShapes, TwoGarmentsAreJoinedIntoTheFirst) {
  draw_two();
  const Annotation joined = play_on("image-click 80 110\nkey-down Ctrl\nimage-click 160 110\nkey-up Ctrl\nkey J\n");
  ASSERT_EQ(joined.garments.size(), 1U);
  EXPECT_EQ(joined.garments[0].part, Part::kTop);
  EXPECT_NEAR(area_px(joined.garments[0].region), 120 * 80, 30);
  EXPECT_EQ(play_on("key Ctrl+Z\n").garments.size(), 2U);
}

TEST_F(StudioShapes, WhatLiesAboveIsCutOut) {
  draw_two();
  const Annotation cut = play_on("image-click 80 110\nkey Shift+J\n");
  ASSERT_EQ(cut.garments.size(), 2U);
  EXPECT_NEAR(area_px(cut.garments[0].region), 60 * 80, 30);
  EXPECT_NEAR(area_px(cut.garments[1].region), 60 * 80, 30);
}

TEST_F(StudioShapes, DuplicateBackAndRepeat) {
  draw_two();
  const Annotation doubled = play_on("image-click 80 110\nkey Ctrl+D\nkey Shift+T\n");
  ASSERT_EQ(doubled.garments.size(), 3U);
  EXPECT_EQ(doubled.garments[0].id, GarmentId{3});
  EXPECT_EQ(doubled.garments[0].region, doubled.garments[1].region);
  const Annotation repeated = play_on("key R\nkey 4\nimage-drag 10 10 30 30\nkey N\nimage-drag 10 200 30 220\n");
  ASSERT_EQ(repeated.garments.size(), 5U);
  EXPECT_EQ(repeated.garments[3].part, Part::kDress);
  EXPECT_EQ(repeated.garments[4].part, Part::kDress);
}

}  // namespace
}  // namespace jaedan::gui::testing
