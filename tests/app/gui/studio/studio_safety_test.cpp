// Nothing a person did is lost or turned round by a key next to the one meant. The real program in a real window.

#include <gtest/gtest.h>

#include "tests/app/gui/studio/made_project.h"
#include "tests/app/gui/studio/studio_runner.h"
#include "tests/support/matchers.h"

namespace jaedan::gui::testing {
namespace {

const std::string kHalfATop = R"(
wait idle
key 2
image-click 60 70
image-click 140 70
image-click 140 150
)";

std::size_t garments_of(const MadeProject& project, std::size_t photo) {
  return project.annotation(photo).garments.size();
}

void predict(const MadeProject& project, std::size_t photos) {
  for (std::size_t i = 0; i < photos; ++i) {
    ASSERT_OK(project.open().store().save_prediction(project.photo(i), made_prediction()));
  }
}

TEST(StudioSafety, AShapeUnderWayIsPutAsideWithItsPhotoAndNotFinishedByAKey) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(2);
  const auto result = play(project.path(), kHalfATop + R"(
key Ctrl+Enter
key X
key D
wait idle
key Enter
key PageUp
wait idle
key Enter
wait idle
)");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(garments_of(project, 0), 1u);
  EXPECT_EQ(project.annotation(0).state, WorkflowState::kDrawn);
  EXPECT_EQ(garments_of(project, 1), 0u);
}

TEST(StudioSafety, AJobThatEndsLeavesTheShapeUnderWayAlone) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(1);
  predict(project, 1);
  const auto result = play(project.path(), kHalfATop + R"(
press menu
press menu.accept_all
wait 3
press accept_all.yes
wait idle
key Enter
wait idle
)");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const Annotation annotation = project.annotation(0);
  ASSERT_EQ(annotation.garments.size(), 3u) << "two accepted by the job, one drawn across it";
  EXPECT_EQ(annotation.garments[2].region_provenance, Provenance::human("tester"));
}

TEST(StudioSafety, AcceptingEverywhereAsksFirst) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(1);
  predict(project, 1);
  const auto result =
      play(project.path(), "wait idle\npress menu\npress menu.accept_all\nwait 3\npress accept_all.no\nwait idle\n");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(garments_of(project, 0), 0u);
}

TEST(StudioSafety, ARefusedProposalStaysRefusedAndUndoBringsItBack) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(4);
  predict(project, 4);
  // The top is refused, three photos further and back, then everything that is left is accepted.
  const std::string refuse = "wait idle\nimage-click 100 100\nkey X\nwait idle\n";
  const std::string away_and_back =
      "key D\nwait idle\nkey D\nwait idle\nkey D\nwait idle\nkey A\nwait idle\nkey A\nwait idle\nkey A\nwait idle\n";
  ASSERT_EQ(play(project.path(), refuse + away_and_back + "key Enter\nwait idle\n").exit_code, 0);
  ASSERT_EQ(garments_of(project, 0), 1u);
  EXPECT_EQ(project.annotation(0).garments[0].part, Part::kBottom);

  ASSERT_EQ(play(project.path(), "wait idle\nkey D\n" + refuse + "key Ctrl+Z\nkey Enter\nwait idle\n").exit_code, 0);
  EXPECT_EQ(garments_of(project, 1), 2u);
}

TEST(StudioSafety, AModelsGarmentTakenAwayDoesNotComeBackWithEnter) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(1);
  predict(project, 1);
  const auto result = play(project.path(), R"(
wait idle
key Enter
wait idle
image-click 100 100
key Del
key Esc
key Enter
wait idle
)");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  ASSERT_EQ(garments_of(project, 0), 1u);
  EXPECT_EQ(project.annotation(0).garments[0].part, Part::kBottom);
}

TEST(StudioSafety, UndoingARemovalAndTheAcceptanceOpensTheProposalsAgain) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(1);
  predict(project, 1);
  const auto result = play(project.path(), R"(
wait idle
key Enter
image-click 100 100
key Del
key Ctrl+Z
key Ctrl+Z
key Esc
key Enter
wait idle
)");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(garments_of(project, 0), 2u);
}

TEST(StudioSafety, EnterConfirmsWhatIsSelectedBeforeItAcceptsTheRest) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(1);
  predict(project, 1);
  const auto result = play(project.path(), R"(
wait idle
press proposal.0.accept
wait idle
key Tab
key Enter
wait idle
)");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const Annotation annotation = project.annotation(0);
  ASSERT_EQ(annotation.garments.size(), 1u);
  EXPECT_EQ(annotation.garments[0].region_provenance.confirmed_by, "tester");
  EXPECT_EQ(annotation.garments[0].region_provenance.source, Source::kModel);
}

TEST(StudioSafety, XOnAGarmentOfAPersonTouchesNeitherItNorThePhoto) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(1);
  const auto result = play(project.path(), kHalfATop + "key Enter\nwait idle\nkey X\nwait idle\n");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(garments_of(project, 0), 1u);
  EXPECT_EQ(project.annotation(0).state, WorkflowState::kDrawn);
}

TEST(StudioSafety, LabelModeMovesToAQuestionOfTheOtherGarment) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(1);
  predict(project, 1);
  // A bottom has no sleeves: after Tab the digit answers its first question instead of starting to draw.
  const auto result = play(project.path(), R"(
wait idle
key Enter
wait idle
key Esc
image-click 100 100
key Down
key Down
key Down
key Tab
wait 3
key 2
wait 3
key X
wait idle
)");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(garments_of(project, 0), 2u) << "X is typed, it takes nothing away";
}

}  // namespace
}  // namespace jaedan::gui::testing
