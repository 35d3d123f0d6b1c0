// Garments cut out by clicks and boxes. The real program in a real window, with whatever answers clicks here.

#include "tests/app/gui/studio/studio_fixture.h"

namespace jaedan::gui::testing {
namespace {

// In the made photos the top lies on 60–140 × 70–150.
const Point kOnTop{100, 110};

class StudioClicks : public StudioFixture {
 protected:
  /// A hand-drawn top that lacks its right half.
  void draw_half() const { play_on("key R\nkey 2\nimage-drag 60 70 80 100 100 150\n"); }
};

TEST_F(StudioClicks, AClickAndEnterMakeAGarmentAndOneUndoTakesItAway) {
  // Neither the click nor Enter waits for the photo to be ready.
  const Annotation annotation = play_on("key Q\nkey 3\nimage-click 100 110\nkey Enter\n");
  ASSERT_EQ(annotation.garments.size(), 1U);
  EXPECT_EQ(annotation.garments[0].part, Part::kBottom);
  EXPECT_TRUE(contains(annotation.garments[0].region, kOnTop));
  EXPECT_EQ(annotation.garments[0].region_provenance, Provenance::human("tester"));
  EXPECT_TRUE(play_on("key Ctrl+Z\n").garments.empty());
}

TEST_F(StudioClicks, ABoxIsAQuestionToo) {
  const Annotation annotation = play_on("key W\nimage-drag 50 60 90 100 150 160\nkey Enter\n");
  ASSERT_EQ(annotation.garments.size(), 1U);
  EXPECT_TRUE(contains(annotation.garments[0].region, kOnTop));
}

TEST_F(StudioClicks, EscDropsItAll) {
  const Annotation annotation = play_on("key Q\nimage-click 100 110\nwait idle\nkey Esc\nwait idle\nkey Enter\n");
  EXPECT_TRUE(annotation.garments.empty());
  EXPECT_EQ(annotation.revision, 0);
}

TEST_F(StudioClicks, ASelectedGarmentIsCorrectedAsOneStep) {
  draw_half();
  const Region half = project_.annotation(0).garments[0].region;
  EXPECT_FALSE(contains(half, {120, 110}));
  const Annotation corrected =
      play_on("image-click 80 110\nkey Q\nimage-click 120 110\nimage-click 130 140\nkey Enter\n");
  ASSERT_EQ(corrected.garments.size(), 1U);
  EXPECT_EQ(corrected.garments[0].part, Part::kTop);
  EXPECT_TRUE(contains(corrected.garments[0].region, {120, 110}));
  EXPECT_TRUE(contains(corrected.garments[0].region, {80, 110}));
  const Annotation back = play_on("key Ctrl+Z\n");
  ASSERT_EQ(back.garments.size(), 1U);
  EXPECT_EQ(back.garments[0].region, half);
}

TEST_F(StudioClicks, UndoWhileClickingTakesTheLastClickBackOnly) {
  draw_half();
  const Annotation annotation = play_on(
      "image-click 80 110\nkey Q\nimage-click 120 110\nwait idle\nkey Ctrl+Z\nkey Ctrl+Z\nkey Esc\nwait idle\n");
  // The second Ctrl+Z found no click and took the garment's drawing back.
  EXPECT_TRUE(annotation.garments.empty());
}

TEST_F(StudioClicks, AProposalIsAcceptedWithTheCorrectedOutline) {
  ASSERT_OK(project_.open().store().save_prediction(project_.photo(0), made_prediction()));
  const Annotation annotation = play_on("image-click 100 110\nkey Q\nimage-click 100 60\nkey Enter\n");
  ASSERT_EQ(annotation.garments.size(), 1U);
  EXPECT_EQ(annotation.garments[0].part, Part::kTop);
  EXPECT_EQ(annotation.garments[0].region_provenance, Provenance::human("tester"));
  EXPECT_FALSE(annotation.garments[0].attributes.empty());  // what the model said of it comes along
}

TEST_F(StudioClicks, ClicksWaitOnTheirPhotoAsHalfShapesDo) {
  const std::string clicks = "key Q\nkey 3\nimage-click 100 110\n";
  const Annotation left = play_on(clicks + "key D\nwait idle\nkey Enter\n");
  EXPECT_TRUE(left.garments.empty()) << "the other photo is shown";
  EXPECT_TRUE(project_.annotation(1).garments.empty()) << "and they are no clicks on it";
  const Annotation after_restart = play_on("wait idle\nkey Enter\n");
  ASSERT_EQ(after_restart.garments.size(), 1U);
  EXPECT_EQ(after_restart.garments[0].part, Part::kBottom);
  EXPECT_TRUE(contains(after_restart.garments[0].region, kOnTop));
  play_on("key Ctrl+Z\n");
  const Annotation back = play_on(clicks + "key D\nwait idle\nkey A\nwait idle\nkey Enter\n");
  EXPECT_EQ(back.garments.size(), 1U);
}

TEST_F(StudioClicks, ClicksThatCorrectAGarmentGoOnCorrectingIt) {
  draw_half();
  const Annotation corrected = play_on(
      "image-click 80 110\nkey Q\nimage-click 120 110\nkey D\nwait idle\nkey A\nwait idle\nimage-click 130 140\n"
      "key Enter\n");
  ASSERT_EQ(corrected.garments.size(), 1U);
  EXPECT_TRUE(contains(corrected.garments[0].region, {120, 110}));
  EXPECT_TRUE(contains(corrected.garments[0].region, {80, 110}));
}

TEST_F(StudioClicks, ClicksOnAProposalAreFinishedFirst) {
  ASSERT_OK(project_.open().store().save_prediction(project_.photo(0), made_prediction()));
  const Annotation annotation =
      play_on("image-click 100 110\nkey Q\nimage-click 100 60\nkey D\nwait idle\nkey Enter\n");
  EXPECT_EQ(annotation.garments.size(), 1U) << "the photo was not left";
}

TEST_F(StudioClicks, ClicksBesideThePhotoMeanNothing) {
  const Annotation annotation = play_on("key Q\nimage-click -30 110\nkey Enter\nkey Esc\n");
  EXPECT_TRUE(annotation.garments.empty());
}

}  // namespace
}  // namespace jaedan::gui::testing
