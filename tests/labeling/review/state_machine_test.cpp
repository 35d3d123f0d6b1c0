#include "labeling/review/state_machine.h"

#include <gtest/gtest.h>

#include "tests/support/matchers.h"

namespace jaedan {
namespace {

constexpr auto kStates = kAllStates;
const Actor kAlone = Actor::alone("mina");

WorkflowState after(Deed deed, WorkflowState from) { return state_after(kAlone, deed, from).value(); }

TEST(StateMachine, WorkMovesANewPhotoAndAnApprovedOneOnly) {
  for (const Deed deed : {Deed::kDraw, Deed::kLabel, Deed::kAccept}) {
    EXPECT_EQ(after(deed, WorkflowState::kNew), WorkflowState::kDrawn);
    EXPECT_EQ(after(deed, WorkflowState::kDrawn), WorkflowState::kDrawn);
    EXPECT_EQ(after(deed, WorkflowState::kBasic), WorkflowState::kBasic);
    EXPECT_EQ(after(deed, WorkflowState::kExpert), WorkflowState::kExpert);
    EXPECT_EQ(after(deed, WorkflowState::kApproved), WorkflowState::kChanged) << "nobody returned it";
    EXPECT_EQ(after(deed, WorkflowState::kChanged), WorkflowState::kChanged);
    EXPECT_EQ(after(deed, WorkflowState::kReturned), WorkflowState::kReturned);
  }
}

TEST(StateMachine, HidingAndLockingMoveNothing) {
  for (const WorkflowState state : kStates) EXPECT_EQ(after(Deed::kArrange, state), state);
}

TEST(StateMachine, AnInspectorApprovesFromEveryStateAndReturnsWhatWasBegun) {
  for (const WorkflowState state : kStates) {
    EXPECT_EQ(after(Deed::kApprove, state), WorkflowState::kApproved);
    if (state == WorkflowState::kNew) {
      EXPECT_ERROR(state_after(kAlone, Deed::kReturn, state), ErrorCode::kRefused);
    } else {
      EXPECT_EQ(after(Deed::kReturn, state), WorkflowState::kReturned);
    }
  }
}

TEST(StateMachine, SubmittingGoesStageByStageToTheInspector) {
  EXPECT_EQ(after(Deed::kSubmit, WorkflowState::kDrawn), WorkflowState::kBasic);
  EXPECT_EQ(after(Deed::kSubmit, WorkflowState::kBasic), WorkflowState::kExpert);
  EXPECT_EQ(after(Deed::kSubmit, WorkflowState::kReturned), WorkflowState::kExpert);
  EXPECT_EQ(after(Deed::kSubmit, WorkflowState::kChanged), WorkflowState::kExpert);
  for (const WorkflowState state : {WorkflowState::kNew, WorkflowState::kExpert, WorkflowState::kApproved}) {
    EXPECT_FALSE(may(kAlone, Deed::kSubmit, state));
  }
}

TEST(StateMachine, FilesBringLabelsToNewPhotosOnly) {
  EXPECT_EQ(after(Deed::kImport, WorkflowState::kNew), WorkflowState::kExpert);
  EXPECT_FALSE(may(kAlone, Deed::kImport, WorkflowState::kDrawn));
}

TEST(StateMachine, EachDeedIsForThoseWhomTheTableNamesAndForNobodyElse) {
  int allowed = 0;
  for (const Deed deed : kAllDeeds) {
    for (const Role role : Roles::all().list()) {
      const Actor actor{"kim", {role}};
      for (const WorkflowState state : kStates) {
        const bool expected = roles_for(deed).has(role) && may(kAlone, deed, state);
        EXPECT_EQ(may(actor, deed, state), expected) << id_of(deed) << ' ' << id_of(role) << ' ' << id_of(state);
        allowed += expected;
      }
    }
  }
  EXPECT_EQ(allowed, 4 * 7 * 4 + 3 * 4 + 2 * 7 + 2 * 6 + 1 + 7);
  EXPECT_FALSE(may({"nobody", {}}, Deed::kArrange, WorkflowState::kNew));
}

TEST(StateMachine, ARefusalSaysWhoCould) {
  const auto refused = state_after({"kim", {Role::kAnnotator}}, Deed::kApprove, WorkflowState::kExpert);
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.error().text().find("inspector, manager"), std::string::npos) << refused.error().text();
}

}  // namespace
}  // namespace jaedan
