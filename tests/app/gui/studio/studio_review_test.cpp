// Approving and returning in the real program.
#include <gtest/gtest.h>

#include "tests/app/gui/studio/made_project.h"
#include "tests/app/gui/studio/studio_runner.h"
#include "tests/support/matchers.h"

namespace jaedan::gui::testing {
namespace {

/// The photo on screen goes back for its outline.
const std::string kReturnIt = "key Shift+X\nwait widget return.words\nkey 1\nwait idle\n";

TEST(StudioReview, ApprovingGoesOnToTheNextUnfinishedPhoto) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(3);
  const auto result = play(project.path(), kDrawATop + "key Ctrl+Enter\nwait idle\nkey Ctrl+Enter\n" + kDrawATop +
                                               "key A\nwait idle\nkey X\nwait idle\n" + kReturnIt);
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(project.annotation(0).state, WorkflowState::kReturned);
  EXPECT_EQ(project.annotation(1).garments.size(), 1u);
  EXPECT_EQ(project.annotation(1).state, WorkflowState::kDrawn);
  ASSERT_OK_AND_ASSIGN(const auto changes, project.open().store().changes(project.photo(0)));
  ASSERT_GE(changes.size(), 3u);
  EXPECT_EQ(changes.back().note.action, "return");
  EXPECT_EQ(changes[changes.size() - 2].note.action, "approve");
  EXPECT_EQ(changes.back().note.who, "tester");
}

TEST(StudioReview, WhereverAPhotoIsReturnedItsReasonAndStageGoWithIt) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(2);
  {
    const workflow::Project without_drawing = project.open();
    labeling::QueueRules rules = *without_drawing.store().queue_rules();
    rules.stages = rules.stages.without(Stage::kDrawn);
    ASSERT_OK(without_drawing.store().set_queue_rules(rules));
  }
  const auto result = play(project.path(), kDrawATop + kReturnIt);
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const workflow::Project opened = project.open();
  labeling::Store& store = opened.store();
  EXPECT_EQ(project.annotation(0).state, WorkflowState::kReturned);
  EXPECT_EQ(*store.returned_to(project.photo(0)), Stage::kBasic) << "the first stage that the project has";
  ASSERT_OK_AND_ASSIGN(const auto why, store.comments(project.photo(0)));
  ASSERT_EQ(why.size(), 1u);
  EXPECT_EQ(why[0].reason, ReturnReason::kOutline);
}

TEST(StudioReview, AnApprovalWithoutCategoryIsRefusedUntilItIsInsistedOn) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(1);
  ASSERT_EQ(play(project.path(), kDrawATop + "key Ctrl+Enter\nwait idle\n").exit_code, 0);
  EXPECT_EQ(project.annotation(0).state, WorkflowState::kDrawn);
  // Between the two the photo changed: this is a first time again.
  ASSERT_EQ(play(project.path(), "wait idle\nkey Ctrl+Enter\nimage-click 100 100\nkey H\nkey Ctrl+Enter\nwait idle\n")
                .exit_code,
            0);
  EXPECT_EQ(project.annotation(0).state, WorkflowState::kDrawn);
  ASSERT_EQ(play(project.path(), "wait idle\nkey Ctrl+Enter\nwait idle\nkey Ctrl+Enter\nwait idle\n").exit_code, 0);
  EXPECT_EQ(project.annotation(0).state, WorkflowState::kApproved);
}

TEST(StudioReview, AnApprovedPhotoThatIsChangedNeedsAnotherLook) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(1);
  const std::string approved = kDrawATop + "key Ctrl+Enter\nwait idle\nkey Ctrl+Enter\nwait idle\n";
  ASSERT_EQ(play(project.path(), approved + "key H\nwait idle\nkey H\nwait idle\n").exit_code, 0);
  EXPECT_EQ(project.annotation(0).state, WorkflowState::kApproved);
  ASSERT_EQ(play(project.path(), "wait idle\nimage-click 100 100\nimage-drag 140 150 160 170\nwait idle\n").exit_code,
            0);
  EXPECT_EQ(project.annotation(0).state, WorkflowState::kChanged);
}

TEST(StudioReview, XRejectsAndNeverSendsThePhotoBackWhichIsNoLook) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(1);
  ASSERT_OK(project.open().store().save_prediction(project.photo(0), made_prediction()));
  ASSERT_EQ(play(project.path(), "wait idle\nkey Enter\nwait idle\nkey Esc\nkey X\nwait idle\n").exit_code, 0);
  const Annotation accepted = project.annotation(0);
  EXPECT_NE(accepted.state, WorkflowState::kReturned);
  ASSERT_EQ(accepted.garments.size(), 2u);
  ASSERT_EQ(play(project.path(), "wait idle\n" + kReturnIt).exit_code, 0);
  const Annotation returned = project.annotation(0);
  EXPECT_EQ(returned.state, WorkflowState::kReturned);
  for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(returned.garments[i].handling, accepted.garments[i].handling);
}

}  // namespace
}  // namespace jaedan::gui::testing
