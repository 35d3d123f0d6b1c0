// Tasks of a person in a project with users, in the real program.
#include <gtest/gtest.h>

#include "labeling/store/program.h"
#include "tests/app/gui/studio/studio_fixture.h"

namespace jaedan::gui::testing {
namespace {

std::string signed_in_as(const std::string& name) {
  return "wait idle\nwait widget sign_in.name\nwait 2\ntext " + name +
         "\nkey Enter\nwait idle\nwait widget task.next\nwait idle\n";
}
const std::string kMoveTheTop = "image-click 100 100\nimage-drag 140 150 150 160 155 165\nkey Esc\nwait idle\n";

class StudioTasks : public StudioFixture {
 protected:
  void SetUp() override {
    StudioFixture::SetUp();
    const workflow::Project project = project_.open();
    ASSERT_OK(project.store().add_user("boss", {Role::kManager}, {}));
    ASSERT_OK_AND_ASSIGN(const User mina, project.store().add_user("mina", {Role::kAnnotator}, {}));
    ASSERT_OK_AND_ASSIGN(const User eve, project.store().add_user("eve", {Role::kExpert}, {}));
    mina_ = mina.id;
    eve_ = eve.id;
  }
  void played(const std::string& script) const {
    const auto result = play(project_.path(), script + "wait idle\n");
    EXPECT_EQ(result.exit_code, 0) << result.err;
  }
  /// A photo with a garment that waits for the basic labels.
  void draw_on(std::size_t index) const {
    const workflow::Project project = project_.open();
    Annotation annotation = project_.annotation(index);
    annotation.state = WorkflowState::kDrawn;
    Garment top;
    top.id = GarmentId{1};
    top.region = {{{{60, 70}, {140, 70}, {140, 150}, {60, 150}}}};
    top.region_provenance = Provenance::human("mina");
    annotation.garments = {top};
    ASSERT_OK(project.store().save(annotation, {"mina", "submit"}));
  }
  std::optional<labeling::Task> last_task(std::size_t index, UserId user) const {
    return *project_.open().store().last_task(project_.photo(index), user);
  }

  UserId mina_, eve_;
};

TEST_F(StudioTasks, APhotoIsClaimedDrawnAndSubmittedByKeyAndTheNextOneComes) {
  played(signed_in_as("mina") + "key F6\nwait idle\n" + kDrawATop + "key Ctrl+Enter\nwait idle\n" + kDrawATop);
  for (const std::size_t photo : {0U, 1U}) {
    ASSERT_TRUE(last_task(photo, mina_)) << photo;
    EXPECT_EQ(project_.annotation(photo).garments.size(), 1u) << photo;
  }
  EXPECT_EQ(last_task(0, mina_)->state, labeling::TaskState::kSubmitted);
  EXPECT_EQ(project_.annotation(0).state, WorkflowState::kDrawn);
  EXPECT_EQ(last_task(1, mina_)->state, labeling::TaskState::kClaimed);
  EXPECT_EQ(project_.annotation(1).state, WorkflowState::kNew) << "only a submission moves it on";
}

TEST_F(StudioTasks, ASubmissionSaysWhatIsMissingAndKeepsTheTask) {
  played(signed_in_as("mina") + "key F6\nwait idle\nkey Ctrl+Shift+Enter\nwait idle\n");
  EXPECT_EQ(last_task(0, mina_)->state, labeling::TaskState::kClaimed);
}

TEST_F(StudioTasks, NobodySeesMoreThanTheirTasks) {
  played(signed_in_as("mina") + "key F6\nwait idle\nwait widget photo.0\n");
  const auto other = play(project_.path(), signed_in_as("mina") + "press photo.1\n");
  EXPECT_NE(other.exit_code, 0) << "there is no second row";
  const auto nothing = play(project_.path(), signed_in_as("eve") + "image-click 100 100\n");
  EXPECT_NE(nothing.exit_code, 0) << "there is no photo to click on";
}

TEST_F(StudioTasks, OutlinesAreLockedBehindTheDrawingUntilTheyAreTakenOver) {
  draw_on(0);
  const Region drawn = project_.annotation(0).garments[0].region;
  played(signed_in_as("eve") + "key F6\nwait idle\n" + kMoveTheTop);
  EXPECT_EQ(project_.annotation(0).garments[0].region, drawn);
  played(signed_in_as("eve") + "key F8\nwait 2\n" + kMoveTheTop);
  EXPECT_NE(project_.annotation(0).garments[0].region, drawn);
}

TEST_F(StudioTasks, ASkippedPhotoGoesWithItsReasonAndAnotherOneComes) {
  played(signed_in_as("mina") +
         "key F6\nwait idle\nkey F7\nwait widget skip.reason\nwait 2\ntext too dark\nkey Enter\n");
  ASSERT_TRUE(last_task(0, mina_));
  EXPECT_EQ(last_task(0, mina_)->state, labeling::TaskState::kSkipped);
  EXPECT_EQ(last_task(0, mina_)->reason, "too dark");
  ASSERT_TRUE(last_task(1, mina_));
  EXPECT_EQ(last_task(1, mina_)->state, labeling::TaskState::kClaimed);
}

TEST_F(StudioTasks, ATaskThatExpiresKeepsTheWorkAndIsTakenAgain) {
  ASSERT_OK(project_.open().store().claim({mina_, Stage::kDrawn, project_.photo(0), 25}, labeling::utc_now()));
  played(signed_in_as("mina") + kDrawATop + "wait widget task.take\nscreenshot " + project_.file("over.png") +
         "\npress task.take\nwait idle\nwait widget task.submit\nkey Ctrl+Enter\n");
  EXPECT_EQ(project_.annotation(0).garments.size(), 1u);
  EXPECT_EQ(project_.annotation(0).state, WorkflowState::kDrawn);
  EXPECT_EQ(last_task(0, mina_)->state, labeling::TaskState::kSubmitted);
}

TEST_F(StudioTasks, WhatAnotherPersonHasInHandIsNotChangedByAManagerEither) {
  ASSERT_OK(project_.open().store().claim({mina_, Stage::kDrawn, project_.photo(0), 3600}, labeling::utc_now()));
  const auto result = play(project_.path(), signed_in_as("boss") + kDrawATop);
  EXPECT_NE(result.exit_code, 0) << "it is never saved";
  EXPECT_EQ(project_.annotation(0).garments.size(), 0u);
}

}  // namespace
}  // namespace jaedan::gui::testing
