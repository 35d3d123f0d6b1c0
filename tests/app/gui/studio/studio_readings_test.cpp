// A photo with more than one reading, gone through with one key. The real program in a real window.

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/app/gui/studio/made_project.h"
#include "tests/app/gui/studio/studio_runner.h"
#include "tests/support/matchers.h"

namespace jaedan::gui::testing {
namespace {

/// A top and trousers, or, less likely, one dress over both places.
Prediction two_readings() {
  Prediction prediction = made_prediction();
  prediction.readings[0].probability = 0.63;
  Proposal dress = prediction.readings[0].garments[0];
  dress.part = Part::kDress;
  dress.region = {{{{60, 70}, {140, 70}, {135, 280}, {65, 280}}}};
  dress.score = 0.55;
  prediction.readings.push_back({0.37, {dress}});
  return prediction;
}

/// Plays `script` on photos that all have two readings, and says which garments the first one has then.
std::vector<Part> parts_after(const MadeProject& project, const std::string& script) {
  const auto result = play(project.path(), "wait idle\n" + script + "wait idle\n");
  EXPECT_EQ(result.exit_code, 0) << result.err;
  std::vector<Part> parts;
  for (const Garment& garment : project.annotation(0).garments) parts.push_back(garment.part);
  std::sort(parts.begin(), parts.end());
  return parts;
}

const std::vector<Part> kApart = {Part::kTop, Part::kBottom};
const std::vector<Part> kTogether = {Part::kDress};
// Far enough that the first photo is forgotten and read again.
const std::string kAwayAndBack =
    "key D\nwait idle\nkey D\nwait idle\nkey D\nwait idle\nkey A\nwait idle\nkey A\nwait idle\nkey A\nwait idle\n";

class StudioReadings : public ::testing::Test {
 protected:
  void SetUp() override {
    JAEDAN_REQUIRE_DISPLAY();
    for (std::size_t i = 0; i < 4; ++i) predict(i, two_readings());
  }
  void predict(std::size_t photo, const Prediction& prediction) {
    ASSERT_OK(project_.open().store().save_prediction(project_.photo(photo), prediction));
  }
  std::vector<Part> play_on(const std::string& script) const { return parts_after(project_, script); }

  MadeProject project_{4};
};

std::vector<Part> sorted(std::vector<Part> parts) {
  std::sort(parts.begin(), parts.end());
  return parts;
}

TEST_F(StudioReadings, TheLikeliestIsShownFirst) { EXPECT_EQ(play_on("key Enter\n"), sorted(kApart)); }

TEST_F(StudioReadings, TheKeyShowsTheNextOneAndEnterAcceptsIt) {
  EXPECT_EQ(play_on("key S\nkey Enter\n"), kTogether);
  const Annotation annotation = project_.annotation(0);
  EXPECT_EQ(annotation.garments[0].region_provenance, Provenance::model("made-model", 0.55));
  EXPECT_EQ(annotation.state, WorkflowState::kDrawn);
}

TEST_F(StudioReadings, TheKeyGoesRoundAndShiftGoesBack) {
  Prediction three = two_readings();
  three.readings.push_back({0.1, {three.readings[0].garments[0]}});
  predict(0, three);
  EXPECT_EQ(play_on("key S\nkey S\nkey S\nkey Shift+S\nkey Enter\n"), std::vector<Part>{Part::kTop});
}

TEST_F(StudioReadings, LookingAtAnotherReadingChangesNothingOfThePhoto) {
  EXPECT_TRUE(play_on("key S\nwait idle\nkey S\n").empty());
  EXPECT_EQ(project_.annotation(0).state, WorkflowState::kNew);
  EXPECT_EQ(project_.annotation(0).revision, 0);
}

TEST_F(StudioReadings, TheButtonDoesWhatTheKeyDoes) {
  EXPECT_EQ(play_on("press reading.next\nwait 3\npress proposals.accept\n"), kTogether);
}

TEST_F(StudioReadings, WhatWasAcceptedIsSwappedAsOneStepThatUndoTakesBack) {
  EXPECT_EQ(play_on("key Enter\nwait idle\nkey S\n"), kTogether);
  EXPECT_EQ(play_on("key Ctrl+Z\n"), sorted(kApart)) << "the history is stored";
  EXPECT_EQ(play_on("key Ctrl+Y\n"), kTogether);
  EXPECT_EQ(play_on("key Ctrl+Z\nkey Ctrl+Z\n"), std::vector<Part>{});
}

TEST_F(StudioReadings, AfterUndoTheReadingShownIsTheOneThatIsThereAgain) {
  EXPECT_EQ(play_on("key Enter\nkey S\nkey Ctrl+Z\nkey S\n"), kTogether);
}

TEST_F(StudioReadings, AfterARestartTheAcceptedReadingIsTheOneThatIsShown) {
  ASSERT_EQ(play_on("key S\nkey Enter\n"), kTogether);
  EXPECT_EQ(play_on("key S\n"), sorted(kApart));
}

TEST_F(StudioReadings, WhatAPersonTouchedStays) {
  // The top's corner is dragged; the dress would lie on it.
  const std::vector<Part> parts =
      play_on("key Enter\nkey Esc\nimage-click 100 100\nimage-drag 60 70 55 66 50 62\nkey Esc\nkey S\n");
  EXPECT_EQ(parts, sorted(kApart));
  const auto& garments = project_.annotation(0).garments;
  EXPECT_EQ(std::count_if(garments.begin(), garments.end(),
                          [](const Garment& g) { return g.region_provenance == Provenance::human("tester"); }),
            1);
}

TEST_F(StudioReadings, AShapeUnderWayIsFinishedFirst) {
  const std::vector<Part> parts = play_on(R"(key Enter
key 1
image-click 10 10
image-click 50 10
key S
image-click 50 50
key Enter
)");
  EXPECT_EQ(parts, sorted({Part::kOuter, Part::kTop, Part::kBottom}));
}

TEST_F(StudioReadings, ARefusedProposalIsRefusedInItsOwnReading) {
  // Trousers refused, the other reading looked at and left again, photos gone through; the top alone is accepted.
  const std::string refuse = "image-click 80 250\nkey X\n";
  EXPECT_EQ(play_on(refuse + "key S\n" + kAwayAndBack + "key S\nkey Enter\n"), std::vector<Part>{Part::kTop});
}

TEST_F(StudioReadings, ARefusalIsTakenBackWhereItHappened) {
  EXPECT_EQ(play_on("image-click 80 250\nkey X\nkey S\nkey Ctrl+Z\nkey Enter\n"), sorted(kApart));
}

TEST_F(StudioReadings, RefusedProposalsDoNotComeInWithASwap) {
  EXPECT_EQ(play_on("image-click 80 250\nkey X\nkey S\nkey Enter\nwait idle\nkey S\n"), std::vector<Part>{Part::kTop});
}

TEST_F(StudioReadings, TheReadingShownIsKeptWhileOtherPhotosAreLookedAt) {
  EXPECT_EQ(play_on("key S\n" + kAwayAndBack + "key Enter\n"), kTogether);
}

TEST_F(StudioReadings, TheReadingShownIsKeptWhenAJobReadsThePhotoAnew) {
  // Drawn in, so that the job leaves the photo's garments alone and reads it anew all the same.
  const std::string draw =
      "key 1\nimage-click 5 5\nimage-click 40 5\nimage-click 5 40\nkey Enter\nkey Esc\nwait idle\n";
  const std::string job = "press menu\npress menu.accept_all\nwait 3\npress accept_all.yes\nwait idle\n";
  EXPECT_EQ(play_on(draw + "key S\n" + job + "key Enter\n"), sorted({Part::kOuter, Part::kDress}));
}

TEST_F(StudioReadings, OneReadingHasNoKeyAndNoButton) {
  predict(0, made_prediction());
  EXPECT_EQ(play_on("key Enter\nwait idle\nkey S\nkey Shift+S\n"), sorted(kApart));
  const auto pressed = play(project_.path(), "wait idle\npress reading.next\n");
  EXPECT_NE(pressed.exit_code, 0) << "there is no such button";
}

TEST_F(StudioReadings, AnApprovedPhotoKeepsItsGarments) {
  EXPECT_EQ(
      play_on("key Enter\nwait idle\nkey Ctrl+Enter\nwait idle\nkey Ctrl+Enter\nwait idle\nkey A\nwait idle\nkey S\n"),
      sorted(kApart));
  EXPECT_EQ(project_.annotation(0).state, WorkflowState::kApproved);
}

TEST_F(StudioReadings, SIsALetterWhileALabelIsTyped) {
  EXPECT_EQ(play_on("key Enter\nwait idle\nkey Esc\nimage-click 100 100\nkey Down\nkey S\n"), sorted(kApart));
}

}  // namespace
}  // namespace jaedan::gui::testing
