// Regions painted with the brush and the eraser. The real program in a real window.

#include "tests/app/gui/studio/studio_fixture.h"

namespace jaedan::gui::testing {
namespace {

class StudioBrush : public StudioFixture {
 protected:
  /// A square top, 60–140 × 70–150, selected.
  void draw_top() const { play_on("key R\nkey 2\nimage-drag 60 70 80 100 140 150\n"); }
  double area(const Annotation& annotation) const { return area_px(annotation.garments.at(0).region); }
};

TEST_F(StudioBrush, AStrokeIsANewGarmentAndOneUndoEntry) {
  const Annotation painted = play_on("key B\nkey 3\nimage-drag 50 200 100 200 150 200\n");
  ASSERT_EQ(painted.garments.size(), 1U);
  EXPECT_EQ(painted.garments[0].part, Part::kBottom);
  EXPECT_TRUE(contains(painted.garments[0].region, {100, 200}));
  EXPECT_TRUE(contains(painted.garments[0].region, {51, 200}));
  EXPECT_EQ(painted.garments[0].region_provenance, Provenance::human("tester"));
  EXPECT_TRUE(play_on("key Ctrl+Z\n").garments.empty());
}

TEST_F(StudioBrush, StrokesGoOnPaintingTheSameGarment) {
  const Annotation painted = play_on("key B\nkey 3\nimage-drag 50 200 150 200\nimage-drag 150 200 150 250\n");
  ASSERT_EQ(painted.garments.size(), 1U);
  EXPECT_EQ(painted.garments[0].region.rings.size(), 1U);
  EXPECT_TRUE(contains(painted.garments[0].region, {150, 249}));
  const Annotation one_back = play_on("key Ctrl+Z\n");
  ASSERT_EQ(one_back.garments.size(), 1U);
  EXPECT_FALSE(contains(one_back.garments[0].region, {150, 249}));
}

TEST_F(StudioBrush, TheEraserTakesAwayFromWhatLiesBelowIt) {
  draw_top();
  const Annotation erased = play_on("key E\nimage-drag 140 70 140 150\nkey Esc\n");
  ASSERT_EQ(erased.garments.size(), 1U);
  EXPECT_FALSE(contains(erased.garments[0].region, {138, 110}));
  EXPECT_TRUE(contains(erased.garments[0].region, {70, 110}));
  EXPECT_EQ(erased.garments[0].region.rings.size(), 1U);
}

TEST_F(StudioBrush, TheRightButtonErasesAndAHoleIsPossible) {
  draw_top();
  const Annotation holed = play_on("image-click 100 110\nkey B\nimage-drag 95 110 105 110 right\n");
  ASSERT_EQ(holed.garments.size(), 1U);
  EXPECT_EQ(holed.garments[0].region.rings.size(), 2U);
  EXPECT_FALSE(contains(holed.garments[0].region, {100, 110}));
  EXPECT_TRUE(contains(holed.garments[0].region, {70, 110}));
}

TEST_F(StudioBrush, LargerBrushesPaintMore) {
  const double small = area(play_on("key B\nkey 2\nimage-drag 60 100 140 100\n"));
  play_on("key Ctrl+Z\n");
  const double large = area(play_on("key B\nkey 2\nkey ]\nkey ]\nkey ]\nimage-drag 60 100 140 100\n"));
  EXPECT_GT(large, 1.4 * small);
}

TEST_F(StudioBrush, ALockedGarmentAndAnEmptyPlaceAreLeftAlone) {
  draw_top();
  const Annotation before = play_on("image-click 100 110\nkey L\n");
  // Locked and selected: neither tool is taken up. Nothing selected: the eraser finds the locked one below it.
  const Annotation after = play_on(
      "image-click 100 110\nkey B\nimage-drag 140 70 180 150\nkey Esc\nkey Esc\nkey E\nimage-drag 60 80 90 90\n");
  ASSERT_EQ(after.garments.size(), 1U);
  EXPECT_EQ(after.garments[0].region, before.garments[0].region);
  EXPECT_EQ(play_on("key E\nimage-drag 5 5 10 10\n").garments[0].region, before.garments[0].region);
}

TEST_F(StudioBrush, ErasingEverythingKeepsTheGarment) {
  draw_top();
  const Region before = project_.annotation(0).garments[0].region;
  std::string larger;
  for (int i = 0; i < 20; ++i) larger += "key ]\n";
  const Annotation after = play_on("image-click 100 110\nkey E\n" + larger + "image-drag 60 70 140 150\n");
  ASSERT_EQ(after.garments.size(), 1U);
  EXPECT_EQ(after.garments[0].region, before);
}

TEST_F(StudioBrush, AProposalThatIsPaintedOnIsAccepted) {
  ASSERT_OK(project_.open().store().save_prediction(project_.photo(0), made_prediction()));
  // The second stroke goes on with the garment that the first one made of the proposal.
  const Annotation painted =
      play_on("image-click 100 110\nkey B\nimage-drag 140 110 160 110\nimage-drag 140 130 160 130\n");
  ASSERT_EQ(painted.garments.size(), 1U);
  EXPECT_EQ(painted.garments[0].part, Part::kTop);
  EXPECT_TRUE(contains(painted.garments[0].region, {158, 110}));
  EXPECT_FALSE(painted.garments[0].attributes.empty());
}

TEST_F(StudioBrush, WhileTheButtonIsDownOnlyTheStrokeCanBeDropped) {
  const std::string begin = "key B\nkey 2\nimage-button-down 60 100\nimage-move 100 100\n";
  EXPECT_TRUE(play_on(begin + "key Esc\nimage-move 140 100\nimage-button-up 140 100\n").garments.empty());
  EXPECT_TRUE(play_on(begin + "key Ctrl+Z\nimage-button-up 140 100\n").garments.empty());
  // Tools, photos and redo wait; the stroke goes on.
  const Annotation painted = play_on(begin + "key P\nkey Q\nkey D\nkey Ctrl+Y\nimage-button-up 140 100\n");
  ASSERT_EQ(painted.garments.size(), 1U);
  EXPECT_TRUE(contains(painted.garments[0].region, {138, 100}));
}

TEST_F(StudioBrush, EscPutsTheBrushAway) {
  EXPECT_TRUE(play_on("key B\nkey 2\nkey Esc\nimage-drag 60 100 140 100\n").garments.empty());
}

}  // namespace
}  // namespace jaedan::gui::testing
