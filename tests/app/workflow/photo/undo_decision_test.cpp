// An inspector takes a decision back.
#include "app/workflow/photo/undo_decision.h"

#include "tests/app/workflow/people/crew.h"

namespace jaedan::workflow {
namespace {

class UndoDecision : public testing::Crew {
 protected:
  /// A photo that waits for the inspection, in ian's hands.
  void SetUp() override {
    Crew::SetUp();
    photo_ = add_photo("a");
    ASSERT_OK(claim("ann", Stage::kDrawn));
    ASSERT_OK(draw(as("ann"), photo_));
    ASSERT_OK(submit_photo(*project_, photo_, as("ann")));
    ASSERT_OK(claim("amy", Stage::kBasic));
    ASSERT_OK(label(as("amy"), photo_, "category", "tshirt"));
    ASSERT_OK(submit_photo(*project_, photo_, as("amy")));
    ASSERT_OK(claim("eve", Stage::kExpert));
    ASSERT_OK(submit_photo(*project_, photo_, as("eve")));
    ASSERT_OK(claim("ian", Stage::kInspect));
    before_ = stored(photo_);
  }
  void returns() {
    ReturnChoice choice;
    choice.stage = Stage::kDrawn;
    choice.reason = ReturnReason::kOutline;
    choice.place = Point{12, 20};
    ASSERT_OK(return_photo(*project_, photo_, as("ian"), choice));
  }
  /// Revisions go on; what is said does not.
  void expect_as_before() {
    Annotation now = stored(photo_);
    EXPECT_GT(now.revision, before_.revision);
    now.revision = before_.revision;
    EXPECT_EQ(now, before_);
  }
  bool in_ians_hands() {
    const auto task = store().task_in_hand(photo_, labeling::utc_now());
    return task.ok() && *task && (*task)->user == as("ian").user && (*task)->stage == Stage::kInspect;
  }
  std::string last_action() { return store().changes(photo_)->back().note.action; }

  PhotoId photo_;
  Annotation before_;
};

TEST_F(UndoDecision, AnApprovalIsTakenBackWithItsTask) {
  ASSERT_OK(approve_photo(*project_, photo_, as("ian"), false));
  EXPECT_FALSE(in_ians_hands());
  ASSERT_OK_AND_ASSIGN(const WorkflowState state, undo_decision(*project_, photo_, as("ian")));
  EXPECT_EQ(state, WorkflowState::kExpert);
  expect_as_before();
  EXPECT_TRUE(in_ians_hands());
  EXPECT_EQ(last_action(), "undo_approve");
  EXPECT_OK(approve_photo(*project_, photo_, as("ian"), false));
}

TEST_F(UndoDecision, AReturnIsTakenBackWithWhatItAskedForAndCountsNoMore) {
  returns();
  ASSERT_OK(undo_decision(*project_, photo_, as("ian")));
  expect_as_before();
  EXPECT_TRUE(in_ians_hands());
  EXPECT_EQ(last_action(), "undo_return");
  EXPECT_FALSE(*store().returned_to(photo_));
  ASSERT_OK_AND_ASSIGN(const auto comments, store().comments(photo_));
  ASSERT_EQ(comments.size(), 1u);
  EXPECT_EQ(comments[0].resolved_by, "ian");
  labeling::CountQuery verdicts;
  verdicts.kind = labeling::CountKind::kVerdict;
  EXPECT_TRUE(store().work_counts(verdicts)->empty());
}

TEST_F(UndoDecision, TheQuotaIsNotInTheWay) {
  ASSERT_OK(set_quota(*project_, as("boss"), "ian", {1, 1}));
  ASSERT_OK(approve_photo(*project_, photo_, as("ian"), false));
  ASSERT_OK(undo_decision(*project_, photo_, as("ian")));
  EXPECT_TRUE(in_ians_hands());
}

TEST_F(UndoDecision, OnlyTheLastThingThatHappenedAndOnlyByWhoDecided) {
  EXPECT_ERROR(undo_decision(*project_, photo_, as("ian")), ErrorCode::kRefused);  // there is none yet
  returns();
  EXPECT_ERROR(undo_decision(*project_, photo_, as("boss")), ErrorCode::kRefused);
  ASSERT_OK(claim("ann", Stage::kDrawn, photo_));
  EXPECT_ERROR(undo_decision(*project_, photo_, as("ian")), ErrorCode::kRefused);  // in somebody's hands
  ASSERT_OK(draw(as("ann"), photo_, 60));
  ASSERT_OK(release_task(*project_, as("ann"), photo_, {}));
  EXPECT_ERROR(undo_decision(*project_, photo_, as("ian")), ErrorCode::kRefused);  // it was worked on
  EXPECT_EQ(stored(photo_).state, WorkflowState::kReturned);
}

TEST_F(UndoDecision, WhoLostTheRoleTakesNothingBack) {
  ASSERT_OK(approve_photo(*project_, photo_, as("ian"), false));
  ASSERT_OK(set_roles(*project_, as("boss"), "ian", {Role::kAnnotator}));
  EXPECT_ERROR(undo_decision(*project_, photo_, as("ian")), ErrorCode::kForbidden);
  EXPECT_ERROR(undo_decision(*project_, photo_, as("eve")), ErrorCode::kForbidden);
  EXPECT_EQ(stored(photo_).state, WorkflowState::kApproved);
}

TEST_F(UndoDecision, APhotoThatWasReturnedGoesWhereItWentBefore) {
  returns();
  ASSERT_OK(approve_photo(*project_, photo_, as("boss"), false));
  ASSERT_OK_AND_ASSIGN(const WorkflowState state, undo_decision(*project_, photo_, as("boss")));
  EXPECT_EQ(state, WorkflowState::kReturned);
  EXPECT_EQ(*store().returned_to(photo_), Stage::kDrawn);
  EXPECT_EQ(*store().waiting(Stage::kDrawn), 1);
}

TEST(UndoDecisionAlone, InAProjectOfOnePersonThePhotoIsAsItWas) {
  const testing::TemporaryFolder folder;
  auto project = Project::create(folder / "one.jaedan");
  ASSERT_OK(project);
  const PhotoId photo = project->store().add_photos({Photo{{}, "a", folder / "a.png", 100, 100}})->front();
  const Actor mina = Actor::alone("mina");
  const auto top = [&](const EditSession&) {
    return made(AddGarment(Part::kTop, Region{{{{10, 10}, {50, 10}, {50, 50}}}}, mina.name));
  };
  ASSERT_OK(change_photo(*project, photo, mina, top));
  ASSERT_OK(return_photo(*project, photo, mina, {}));
  ASSERT_OK_AND_ASSIGN(const WorkflowState state, undo_decision(*project, photo, mina));
  EXPECT_EQ(state, WorkflowState::kDrawn);
}

}  // namespace
}  // namespace jaedan::workflow
