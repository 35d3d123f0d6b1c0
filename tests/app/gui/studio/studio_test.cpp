// The real program in a real window, driven by queued input.

#include <gtest/gtest.h>

#include "labeling/domain/mask.h"
#include "tests/app/gui/studio/made_project.h"
#include "tests/app/gui/studio/studio_runner.h"
#include "tests/support/matchers.h"

namespace jaedan::gui::testing {
namespace {

const Region kDrawn{{{{60, 70}, {140, 70}, {140, 150}, {60, 150}}}};

double likeness(const Region& a, const Region& b) {
  return iou(rasterize(a, MadeProject::kWidth, MadeProject::kHeight),
             rasterize(b, MadeProject::kWidth, MadeProject::kHeight));
}

TEST(Studio, ADrawnPolygonIsInTheProject) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(3);
  const auto result = play(project.path(), kDrawATop);
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const Annotation annotation = project.annotation(0);
  ASSERT_EQ(annotation.garments.size(), 1u);
  EXPECT_EQ(annotation.garments[0].part, Part::kTop);
  EXPECT_EQ(annotation.garments[0].region_provenance.author, "tester");
  EXPECT_GT(likeness(annotation.garments[0].region, kDrawn), 0.97);
  EXPECT_EQ(annotation.state, WorkflowState::kDrawn);
}

TEST(Studio, AClickOnTheFirstPointAndADoubleClickClose) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(2);
  const auto result = play(project.path(), R"(
wait idle
key 1
image-click 60 70
image-click 140 70
image-click 140 150
image-click 60 70
key 3
image-click 70 160
image-click 130 160
image-double-click 100 280
wait idle
)");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const Annotation annotation = project.annotation(0);
  ASSERT_EQ(annotation.garments.size(), 2u);
  EXPECT_EQ(annotation.garments[0].part, Part::kOuter);
  EXPECT_EQ(annotation.garments[1].part, Part::kBottom);
  EXPECT_EQ(annotation.garments[0].region.rings[0].size(), 3u);
  EXPECT_EQ(annotation.garments[1].region.rings[0].size(), 3u);
}

TEST(Studio, TakingBackPointsAndEscapeLeaveNoTrace) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(1);
  const auto result = play(project.path(), R"(
wait idle
key P
image-click 60 70
image-click 140 70
image-click 10 10
key Backspace
image-click 20 20
key Ctrl+Z
image-click 140 150
key Enter
key P
image-click 30 30
image-click 90 30
key Esc
wait idle
)");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const Annotation annotation = project.annotation(0);
  ASSERT_EQ(annotation.garments.size(), 1u);
  EXPECT_GT(likeness(annotation.garments[0].region, {{{{60, 70}, {140, 70}, {140, 150}}}}), 0.97);
}

TEST(Studio, VerticesAreDraggedInsertedAndDeleted) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(1);
  const auto result = play(project.path(), kDrawATop + R"(
image-drag 140 150 150 155 160 170
image-click 100 70
image-drag 100 70 100 50
image-move 60 150
key Del
wait idle
)");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const Annotation annotation = project.annotation(0);
  ASSERT_EQ(annotation.garments.size(), 1u);
  ASSERT_EQ(annotation.garments[0].region.rings[0].size(), 4u);
  EXPECT_GT(likeness(annotation.garments[0].region, {{{{60, 70}, {100, 50}, {140, 70}, {160, 170}}}}), 0.97);
}

TEST(Studio, UndoAndRedoGoStepByStep) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(1);
  const std::string moved = kDrawATop + "image-drag 140 150 160 170\nwait idle\n";
  ASSERT_EQ(play(project.path(), moved + "key Ctrl+Z\nwait idle\n").exit_code, 0);
  EXPECT_GT(likeness(project.annotation(0).garments.at(0).region, kDrawn), 0.97);

  // The history outlives the program: redo in the next one, then undo everything.
  ASSERT_EQ(play(project.path(), "wait idle\nkey Ctrl+Shift+Z\nwait idle\n").exit_code, 0);
  EXPECT_LT(likeness(project.annotation(0).garments.at(0).region, kDrawn), 0.95);
  ASSERT_EQ(play(project.path(), "wait idle\nkey Ctrl+Z\nkey Ctrl+Z\nwait idle\n").exit_code, 0);
  EXPECT_TRUE(project.annotation(0).garments.empty());
  EXPECT_EQ(project.annotation(0).state, WorkflowState::kNew);
  ASSERT_EQ(play(project.path(), "wait idle\nkey Ctrl+Y\nwait idle\n").exit_code, 0);
  EXPECT_EQ(project.annotation(0).garments.size(), 1u);
}

TEST(Studio, AttributesAreChosenByKeysAndByTyping) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(1);
  // ↓ opens the colour; 1 chooses the first value and goes on to the next question.
  const auto result = play(project.path(), kDrawATop + R"(
key Down
key 1
wait idle
key Up
text 네이
key Enter
key Esc
wait idle
)");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const AttributeValues values = project.annotation(0).garments.at(0).attributes;
  const AttributeValue* colour = find_value(values, attribute::kColour);
  ASSERT_NE(colour, nullptr);
  EXPECT_EQ(colour->value, "navy");
  EXPECT_EQ(colour->provenance, Provenance::human("tester"));
}

TEST(Studio, AttributesAreChosenWithTheMouse) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(1);
  const auto result = play(project.path(), kDrawATop + R"(
press question.fit
press answer.loose
press question.print
press answer.stripe
press answer.dot
key Esc
press question.style
press answer.modern
wait idle
)");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const Annotation annotation = project.annotation(0);
  const AttributeValues& values = annotation.garments.at(0).attributes;
  EXPECT_EQ(values_of(values, attribute::kFit), std::vector<std::string>{"loose"});
  EXPECT_EQ(values_of(values, attribute::kPrint), (std::vector<std::string>{"stripe", "dot"}));
  EXPECT_EQ(values_of(annotation.image_attributes, attribute::kStyle), std::vector<std::string>{"modern"});
}

TEST(Studio, KeysThatAreTypedIntoAFieldDoNothingElse) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(3);
  const auto result = play(project.path(), kDrawATop + R"(
press filter.text
key D
key X
text ㅇ
key Del
key Backspace
key Esc
wait idle
)");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(project.annotation(0).garments.size(), 1u);
  EXPECT_EQ(project.annotation(0).state, WorkflowState::kDrawn);
}

TEST(Studio, ProposalsBecomeGarmentsOnlyWhenAccepted) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(2);
  for (const std::size_t i : {0u, 1u}) {
    ASSERT_OK(project.open().store().save_prediction(project.photo(i), made_prediction()));
  }
  ASSERT_EQ(play(project.path(), "wait idle\nkey D\nwait idle\nkey A\nwait idle\n").exit_code, 0);
  EXPECT_TRUE(project.annotation(0).garments.empty());

  // All of the first photo; of the second one is refused and the other accepted by itself.
  const auto result = play(project.path(), R"(
wait idle
key Enter
wait idle
key D
wait idle
image-click 100 100
key X
image-click 115 250
key Enter
wait idle
)");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const Annotation first = project.annotation(0);
  ASSERT_EQ(first.garments.size(), 2u);
  EXPECT_EQ(first.garments[0].region_provenance.source, Source::kModel);
  const Annotation second = project.annotation(1);
  ASSERT_EQ(second.garments.size(), 1u);
  EXPECT_EQ(second.garments[0].part, Part::kBottom);
}

TEST(Studio, WhatAPersonDrewIsNeverReplacedByAProposal) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(1);
  ASSERT_OK(project.open().store().save_prediction(project.photo(0), made_prediction()));
  const auto result = play(project.path(), kDrawATop + "key Esc\nkey Enter\nwait idle\n");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const Annotation annotation = project.annotation(0);
  ASSERT_EQ(annotation.garments.size(), 2u);
  for (const Garment& garment : annotation.garments) {
    if (garment.part != Part::kTop) continue;
    EXPECT_EQ(garment.region_provenance, Provenance::human("tester"));
  }
}

TEST(Studio, TheModelsGuessIsConfirmedByEnter) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(1);
  ASSERT_OK(project.open().store().save_prediction(project.photo(0), made_prediction()));
  const auto result =
      play(project.path(), "wait idle\nkey Enter\nwait idle\nimage-click 100 100\nkey Down\nkey Enter\nwait idle\n");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const Annotation annotation = project.annotation(0);
  ASSERT_EQ(annotation.garments.size(), 2u);
  for (const Garment& garment : annotation.garments) {
    const AttributeValue* colour = find_value(garment.attributes, attribute::kColour);
    ASSERT_NE(colour, nullptr);
    EXPECT_EQ(colour->provenance.source, Source::kModel) << "who said it stays";
    EXPECT_EQ(colour->provenance.confirmed_by, garment.part == Part::kTop ? "tester" : "");
    EXPECT_EQ(garment.handling.accepted_by, "tester");
    EXPECT_FALSE(nobody_looked(garment)) << "it was accepted with the photo on screen";
  }
}

TEST(Studio, AGestureThatWasSavedOutlivesAKill) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(1);
  ASSERT_TRUE(kill_when_said(project.path(), kDrawATop + "say saved\nwait 100000\n", "saved"));
  ASSERT_EQ(project.annotation(0).garments.size(), 1u);
  EXPECT_GT(likeness(project.annotation(0).garments[0].region, kDrawn), 0.97);

  // Killed in the middle of the next gesture: that one may be lost, nothing else.
  ASSERT_TRUE(kill_when_said(project.path(),
                             "wait idle\nimage-click 100 100\nimage-drag 140 150 160 170\nsay dragged\nwait 100000\n",
                             "dragged"));
  ASSERT_EQ(project.annotation(0).garments.size(), 1u);
  ASSERT_OK_AND_ASSIGN(const auto damage, project.open().store().verify());
  EXPECT_TRUE(damage.empty());
  EXPECT_EQ(play(project.path(), "wait idle\n").exit_code, 0);
}

TEST(Studio, AFilterShowsOnlyWhatPasses) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(12);
  const auto result = play(project.path(), R"(
wait idle
press filter.text
text _007
key Enter
wait idle
press photo.0
wait idle
)" + kDrawATop);
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(project.annotation(7).garments.size(), 1u);
}

TEST(Studio, AMissingPhotoIsToldAndTheOthersWork) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(3);
  ASSERT_EQ(std::remove(project.file("photos/photo_001.png").c_str()), 0);
  const auto result = play(project.path(), "wait idle\nkey D\nwait idle\n" + kDrawATop);
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(project.annotation(0).garments.size(), 1u) << "the photo before stays on screen";
  EXPECT_TRUE(project.annotation(1).garments.empty());
}

TEST(Studio, GarmentsAreCopiedIntoAnotherPhoto) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(2);
  const auto result = play(project.path(), kDrawATop + "key Ctrl+C\nkey D\nwait idle\nkey Ctrl+V\nwait idle\n");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const Annotation annotation = project.annotation(1);
  ASSERT_EQ(annotation.garments.size(), 1u);
  EXPECT_EQ(annotation.garments[0].part, Part::kTop);
  EXPECT_GT(likeness(annotation.garments[0].region, kDrawn), 0.97);
}

TEST(Studio, ALockedGarmentKeepsItsOutline) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(1);
  const auto result = play(project.path(), kDrawATop + "key L\nimage-drag 140 150 180 200\nkey Del\nwait idle\n");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  ASSERT_EQ(project.annotation(0).garments.size(), 1u);
  EXPECT_TRUE(project.annotation(0).garments[0].locked);
  EXPECT_GT(likeness(project.annotation(0).garments[0].region, kDrawn), 0.97);
}

}  // namespace
}  // namespace jaedan::gui::testing
