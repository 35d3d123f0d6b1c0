// Photos labelled together, keys chosen anew, and the first start. The real program in a real window.

#include "tests/app/gui/studio/studio_fixture.h"

namespace jaedan::gui::testing {
namespace {

class StudioTogether : public StudioFixture {
 protected:
  /// A top on both photos.
  void draw_tops() const {
    play_on("key R\nkey 2\nimage-drag 60 70 80 100 140 150\nwait idle\nkey D\nwait idle\nkey Ctrl+Shift+V\n");
  }
  std::string colour_of(std::size_t photo) const {
    const Annotation annotation = project_.annotation(photo);
    const AttributeValue* colour = find_value(annotation.garments.at(0).attributes, "colour");
    return colour ? colour->value : "";
  }
};

constexpr const char* kRed =
    "wait 3\npress shared.part.top\npress shared.attribute.colour\nwait 2\npress shared.typed\ntext red\nwait 2\n"
    "press shared.apply\nwait idle\n";

TEST_F(StudioTogether, TickedPhotosGetTheSameLabel) {
  draw_tops();
  play_on(std::string("key Ctrl+A\nkey Ctrl+L\n") + kRed);
  EXPECT_EQ(colour_of(0), "red");
  EXPECT_EQ(colour_of(1), "red");
  EXPECT_EQ(find_value(project_.annotation(1).garments[0].attributes, "colour")->provenance.author, "tester");
  play_on("key Ctrl+Z\n");
  EXPECT_EQ(colour_of(0), "") << "each photo has it in its own history";
  EXPECT_EQ(colour_of(1), "red");
}

TEST_F(StudioTogether, OneUndoTakesTheWholeBatchBackWhileNothingElseWasDone) {
  draw_tops();
  play_on(std::string("key Ctrl+A\nkey Ctrl+L\n") + kRed + "key Ctrl+Z\nwait idle\n");
  EXPECT_EQ(colour_of(0), "");
  EXPECT_EQ(colour_of(1), "");
}

TEST_F(StudioTogether, ApprovedPhotosAreAskedAboutAndTheAnswerFieldStartsEmpty) {
  draw_tops();
  play_on("wait idle\nkey Ctrl+Enter\nwait idle\nkey Ctrl+Enter\nwait idle\n");
  ASSERT_EQ(project_.annotation(0).state, WorkflowState::kApproved);
  play_on(std::string("key Ctrl+A\nkey Ctrl+L\n") + kRed + "wait 3\npress label_approved.leave\nwait idle\n");
  EXPECT_EQ(project_.annotation(0).state, WorkflowState::kApproved);
  EXPECT_EQ(colour_of(0), "");
  EXPECT_EQ(colour_of(1), "red");
  play_on(std::string("key Ctrl+A\nkey Ctrl+L\n") + kRed + "wait 3\npress label_approved.all\nwait idle\n");
  EXPECT_EQ(project_.annotation(0).state, WorkflowState::kChanged);
  EXPECT_EQ(colour_of(0), "red");
}

TEST_F(StudioTogether, OnlyWhatIsTickedIsLabelled) {
  draw_tops();
  play_on(std::string("key-down Ctrl\npress photo.1\nkey-up Ctrl\nwait 2\npress ticked.label\n") + kRed);
  EXPECT_EQ(colour_of(0), "");
  EXPECT_EQ(colour_of(1), "red");
}

TEST_F(StudioTogether, ShiftTicksAStretchAndEscUnticks) {
  draw_tops();
  const std::string stretch = "key-down Shift\npress photo.1\nkey-up Shift\n";
  play_on(stretch + "key Esc\nkey Esc\nkey Ctrl+T\nkey Ctrl+L\n" + kRed);
  EXPECT_EQ(colour_of(0), "red") << "the open photo was ticked by key";
  EXPECT_EQ(colour_of(1), "");
  play_on(stretch + "key Ctrl+L\n" + kRed);
  EXPECT_EQ(colour_of(1), "red");
}

TEST_F(StudioTogether, EscInTheSearchBoxLeavesWhatWasSearchedForToTheNextKey) {
  draw_tops();
  play_on(std::string("press filter.text\ntext _001\nwait idle\nkey Esc\nwait 2\nkey Ctrl+A\nkey Ctrl+L\n") + kRed);
  EXPECT_EQ(colour_of(0), "") << "it is filtered out still";
  EXPECT_EQ(colour_of(1), "red");
}

TEST_F(StudioTogether, EscInTheSearchBoxUnticksNothing) {
  draw_tops();
  play_on(std::string("key Ctrl+T\npress filter.text\ntext _001\nwait idle\nkey Esc\nwait 2\nkey Ctrl+L\n") + kRed);
  EXPECT_EQ(colour_of(0), "red");
  EXPECT_EQ(colour_of(1), "");
}

TEST_F(StudioTogether, AKeyIsChosenAnew) {
  // Z draws rectangles from now on.
  const Annotation drawn = play_on(
      "key F1\nwait 3\npress key.rectangle_tool\nkey Z\nwait 2\nkey Esc\nwait 2\nkey 2\nkey Esc\nkey Z\n"
      "image-drag 60 70 80 100 140 150\n");
  ASSERT_EQ(drawn.garments.size(), 1U);
  EXPECT_NEAR(area_px(drawn.garments[0].region), 80 * 80, 20);
}

TEST_F(StudioTogether, AChordIsChosenAndCtrlAloneIsNone) {
  const Annotation drawn = play_on(
      "key F1\nwait 3\npress key.rectangle_tool\nkey Ctrl\nwait 2\nkey Ctrl+K\nwait 2\nkey Esc\nwait 2\nkey 2\n"
      "key Esc\nkey Ctrl+K\nimage-drag 60 70 80 100 140 150\n");
  ASSERT_EQ(drawn.garments.size(), 1U);
  EXPECT_NEAR(area_px(drawn.garments[0].region), 80 * 80, 20);
}

TEST_F(StudioTogether, LabelsGoOnByAKeyOfOnesOwn) {
  draw_tops();
  const Annotation labelled = play_on(
      "key F1\nwait 3\npress key.next_attribute\nkey F12\nwait 2\nkey Esc\nwait 2\nimage-click 100 110\nkey F12\n"
      "key 1\n");
  EXPECT_FALSE(labelled.garments.at(0).attributes.empty());
}

TEST_F(StudioTogether, AKeyThatDoesSomethingElseIsAskedAbout) {
  const std::string choose = "key F1\nwait 3\npress key.rectangle_tool\nkey B\nwait 2\n";
  const std::string draw = "key Esc\nwait 2\nkey B\nimage-drag 60 70 80 100 140 150\nkey Esc\n";
  const Annotation kept = play_on(choose + "press key.keep\nwait 2\n" + draw);
  ASSERT_EQ(kept.garments.size(), 1U);
  EXPECT_LT(area_px(kept.garments[0].region), 5000) << "B is the brush still";
  const Annotation taken = play_on("key Ctrl+Z\n" + choose + "press key.take\nwait 2\n" + draw);
  ASSERT_EQ(taken.garments.size(), 1U);
  EXPECT_NEAR(area_px(taken.garments[0].region), 80 * 80, 20);
}

TEST_F(StudioTogether, TheFirstStartAsksForLanguageKeysAndName) {
  const auto result = play(project_.path(),
                           "wait idle\nwait 3\npress user\ntext Mina\npress welcome.cvat\npress first.start\nwait 3\n"
                           "key R\nkey 2\nimage-drag 60 70 80 100 140 150\nwait idle\nkey F\nwait idle\n"
                           "key R\nkey 2\nimage-drag 60 70 80 100 140 150\nwait idle\n",
                           {"--first-start"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  ASSERT_EQ(project_.annotation(0).garments.size(), 1U);
  EXPECT_EQ(project_.annotation(0).garments[0].region_provenance.author, "Mina");
  EXPECT_EQ(project_.annotation(1).garments.size(), 1U) << "F goes to the next photo now";
}

}  // namespace
}  // namespace jaedan::gui::testing
