#include "labeling/edit/undo_history.h"

#include <gtest/gtest.h>

namespace jaedan {
namespace {

/// An entry that moves the photo's state; `gesture` 0 is never merged.
UndoEntry entry(WorkflowState from, WorkflowState to, std::int64_t gesture = 0) {
  UndoEntry made;
  made.name = "set_state";
  made.patch.state_before = from;
  made.patch.state_after = to;
  made.gesture = gesture;
  return made;
}

constexpr auto kNew = WorkflowState::kNew;
constexpr auto kDrawn = WorkflowState::kDrawn;
constexpr auto kBasic = WorkflowState::kBasic;
constexpr auto kExpert = WorkflowState::kExpert;

TEST(UndoHistory, StartsAtItsSavedPointWithNothingToUndo) {
  const UndoHistory history;
  EXPECT_FALSE(history.can_undo());
  EXPECT_FALSE(history.can_redo());
  EXPECT_TRUE(history.at_saved_point());
}

TEST(UndoHistory, PushForgetsWhatCouldBeRedone) {
  UndoHistory history;
  history.push(entry(kNew, kDrawn));
  history.push(entry(kDrawn, kBasic));
  history.step_back();
  EXPECT_TRUE(history.can_redo());
  history.push(entry(kDrawn, kExpert));
  EXPECT_FALSE(history.can_redo());
  ASSERT_EQ(history.entries().size(), 2U);
  EXPECT_EQ(history.undo_entry().patch.state_after, kExpert);
}

TEST(UndoHistory, IsAtItsSavedPointAgainAfterUndoAndAfterRedo) {
  UndoHistory history;
  history.push(entry(kNew, kDrawn));
  history.mark_saved();
  history.push(entry(kDrawn, kBasic));
  EXPECT_FALSE(history.at_saved_point());
  history.step_back();
  EXPECT_TRUE(history.at_saved_point());
  history.step_back();
  EXPECT_FALSE(history.at_saved_point());
  history.step_forward();
  EXPECT_TRUE(history.at_saved_point());
}

TEST(UndoHistory, LosesItsSavedPointWhenThatIsUndoneAndSomethingElseIsDone) {
  UndoHistory history;
  history.push(entry(kNew, kDrawn));
  history.mark_saved();
  history.step_back();
  history.push(entry(kNew, kBasic));
  EXPECT_FALSE(history.at_saved_point());
  history.step_back();
  EXPECT_FALSE(history.at_saved_point());
  history.mark_saved();
  EXPECT_TRUE(history.at_saved_point());
}

TEST(UndoHistory, MergesEntriesOfOneGesture) {
  UndoHistory history;
  history.push(entry(kNew, kDrawn, 5));
  history.push(entry(kDrawn, kBasic, 5));
  ASSERT_EQ(history.entries().size(), 1U);
  EXPECT_EQ(history.undo_entry().patch.state_before, kNew);
  EXPECT_EQ(history.undo_entry().patch.state_after, kBasic);
}

TEST(UndoHistory, NeverMergesEntriesWithoutAGestureOrOfDifferentOnes) {
  UndoHistory history;
  history.push(entry(kNew, kDrawn));
  history.push(entry(kDrawn, kBasic));
  history.push(entry(kBasic, kExpert, 1));
  history.push(entry(kExpert, kDrawn, 2));
  EXPECT_EQ(history.entries().size(), 4U);
}

TEST(UndoHistory, NeverMergesAcrossTheSavedPoint) {
  UndoHistory history;
  history.push(entry(kNew, kDrawn, 5));
  history.mark_saved();
  history.push(entry(kDrawn, kBasic, 5));
  EXPECT_EQ(history.entries().size(), 2U);
  EXPECT_FALSE(history.at_saved_point());
  history.step_back();
  EXPECT_TRUE(history.at_saved_point());
}

TEST(UndoHistory, NeverMergesIntoAnEntryThatIsFollowedByUndoneOnes) {
  UndoHistory history;
  history.push(entry(kNew, kDrawn, 5));
  history.push(entry(kDrawn, kBasic));
  history.step_back();
  history.push(entry(kDrawn, kExpert, 5));
  EXPECT_EQ(history.entries().size(), 2U);
}

TEST(UndoHistory, DropsAGestureThatEndsWhereItBegan) {
  UndoHistory history;
  history.push(entry(kDrawn, kBasic, 5));
  history.push(entry(kBasic, kDrawn, 5));
  EXPECT_FALSE(history.can_undo());
  EXPECT_TRUE(history.at_saved_point());
}

TEST(UndoHistory, MarksTheStateOfTheMomentTheSaveBegan) {
  UndoHistory history;
  history.push(entry(kNew, kDrawn));
  history.begin_save();
  history.push(entry(kDrawn, kBasic));
  history.mark_saved();
  EXPECT_FALSE(history.at_saved_point()) << "the second entry was made after the save began";
  history.step_back();
  EXPECT_TRUE(history.at_saved_point());
}

TEST(UndoHistory, NeverMergesAcrossASaveUnderWay) {
  UndoHistory history;
  history.push(entry(kNew, kDrawn, 5));
  history.begin_save();
  history.push(entry(kDrawn, kBasic, 5));
  EXPECT_EQ(history.entries().size(), 2U);
}

TEST(UndoHistory, LosesTheSavedPointWhenItIsReplacedDuringTheSave) {
  UndoHistory history;
  history.push(entry(kNew, kDrawn));
  history.begin_save();
  history.step_back();
  history.push(entry(kNew, kBasic));
  history.mark_saved();
  EXPECT_FALSE(history.at_saved_point());
}

TEST(UndoHistory, KeepsItsSavedPointWhenASaveFails) {
  UndoHistory history;
  history.push(entry(kNew, kDrawn));
  history.begin_save();
  history.save_failed();
  EXPECT_FALSE(history.at_saved_point());
  history.step_back();
  EXPECT_TRUE(history.at_saved_point());
}

UndoEntry deed(Deed what) {
  UndoEntry made = entry(kNew, kDrawn);
  made.deed = what;
  return made;
}

TEST(UndoHistory, TheLogHearsOfTheDeedThatWeighsMostSinceTheSave) {
  UndoHistory history;
  EXPECT_EQ(history.action_since_save(), "arrange");
  history.push(deed(Deed::kLabel));
  history.push(deed(Deed::kArrange));
  EXPECT_EQ(history.action_since_save(), "label");
  history.push(deed(Deed::kApprove));
  history.push(deed(Deed::kDraw));
  EXPECT_EQ(history.action_since_save(), "approve");
  history.mark_saved();
  history.push(deed(Deed::kArrange));
  EXPECT_EQ(history.action_since_save(), "arrange");
}

TEST(UndoHistory, TheLogHearsWhatWasTakenBack) {
  UndoHistory history;
  history.push(deed(Deed::kDraw));
  history.push(deed(Deed::kApprove));
  history.mark_saved();
  history.step_back();
  EXPECT_EQ(history.action_since_save(), "undo_approve");
  history.step_back();
  EXPECT_EQ(history.action_since_save(), "undo_approve");
  history.push(deed(Deed::kLabel));  // the saved point is lost
  EXPECT_EQ(history.action_since_save(), "label");
}

}  // namespace
}  // namespace jaedan
