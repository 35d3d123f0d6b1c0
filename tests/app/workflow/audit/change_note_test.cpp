#include "app/workflow/audit/change_note.h"

#include <gtest/gtest.h>

namespace jaedan::workflow {
namespace {

TEST(ChangeNote, NamesTheLowestRoleThatMayDoTheDeed) {
  const Actor alone = Actor::alone("민지");
  EXPECT_EQ(change_note(alone, Deed::kDraw).role, "annotator");
  EXPECT_EQ(change_note(alone, Deed::kApprove).role, "inspector");
  EXPECT_EQ(change_note(alone, Deed::kImport).role, "manager");
  EXPECT_EQ(change_note(alone, ProjectDeed::kPromote).role, "manager");
  EXPECT_EQ(change_note(alone, ProjectDeed::kPromote).action, "promote");
  EXPECT_EQ(change_note(alone, Deed::kDraw).who, "민지");
  EXPECT_EQ(change_note({"boss", {Role::kExpert, Role::kManager}}, Deed::kDraw).role, "expert");
  EXPECT_EQ(change_note({"boss", {Role::kManager}}, Deed::kApprove).role, "manager");
  EXPECT_EQ(change_note({"kim", {Role::kAnnotator}}, Deed::kApprove).role, "") << "none of the roles may";
}

TEST(ChangeNote, ReadsTheDeedOutOfTheAction) {
  const Actor alone = Actor::alone("mina");
  EXPECT_EQ(change_note(alone, std::string("approve")).role, "inspector");
  EXPECT_EQ(change_note(alone, std::string("undo_approve")).role, "inspector");
  EXPECT_EQ(change_note(alone, std::string("undo_approve")).action, "undo_approve");
  EXPECT_EQ(change_note(alone, std::string("undo_draw")).role, "annotator");
  EXPECT_EQ(change_note(alone, std::string("approve_by_rule")).role, "manager");
  EXPECT_EQ(change_note(alone, std::string("undo_merge")).role, "manager");
  EXPECT_EQ(change_note(alone, std::string("undo_close_sample")).role, "manager");
  EXPECT_EQ(change_note(alone, std::string("something else")).role, "");
}

TEST(ChangeNote, OfOnesOwnTaskNamesTheRoleThatWorksThere) {
  const Actor alone = Actor::alone("mina");
  EXPECT_EQ(change_note(alone, ProjectDeed::kClaim, Stage::kDrawn).role, "annotator");
  EXPECT_EQ(change_note(alone, ProjectDeed::kClaim, Stage::kExpert).role, "expert");
  EXPECT_EQ(change_note(alone, ProjectDeed::kRelease, Stage::kInspect).role, "inspector");
  EXPECT_EQ(change_note(alone, ProjectDeed::kRelease).role, "manager") << "out of somebody else's hands";
}

}  // namespace
}  // namespace jaedan::workflow
