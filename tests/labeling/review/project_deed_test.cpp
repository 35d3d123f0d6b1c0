#include "labeling/review/project_deed.h"

#include <gtest/gtest.h>

#include <set>

#include "labeling/review/deed.h"
#include "labeling/review/state_machine.h"

namespace jaedan {
namespace {

TEST(ProjectDeed, HasAnIdOfItsOwn) {
  std::set<std::string_view> ids;
  for (const Deed deed : kAllDeeds) ids.insert(id_of(deed));
  for (const ProjectDeed deed : kAllProjectDeeds) EXPECT_TRUE(ids.insert(id_of(deed)).second) << id_of(deed);
  EXPECT_EQ(id_of(ProjectDeed::kPromote), "promote");
  EXPECT_EQ(id_of(ProjectDeed::kAdoptSize), "adopt_size");
  EXPECT_EQ(id_of(ProjectDeed::kRemoveOutfits), "remove_outfits");
  EXPECT_EQ(id_of(ProjectDeed::kMakeClusters), "make_clusters");
  EXPECT_EQ(id_of(ProjectDeed::kAddUser), "add_user");
  EXPECT_EQ(id_of(ProjectDeed::kSetQuota), "set_quota");
  EXPECT_EQ(id_of(ProjectDeed::kCloseSample), "close_sample");
  EXPECT_EQ(id_of(ProjectDeed::kApproveByRule), "approve_by_rule");
  EXPECT_EQ(id_of(ProjectDeed::kSendBack), "send_back");
  EXPECT_EQ(id_of(ProjectDeed::kSetPriority), "set_priority");
  EXPECT_EQ(id_of(ProjectDeed::kRelease), "release");
  EXPECT_EQ(id_of(ProjectDeed::kClaim), "claim");
  EXPECT_EQ(id_of(ProjectDeed::kResolve), "resolve");
  EXPECT_EQ(id_of(ProjectDeed::kLockOut), "locked");
}

TEST(ProjectDeed, IsTheManagersUnlessItIsPartOfDrawingOrOnesOwn) {
  EXPECT_EQ(roles_for(ProjectDeed::kPromote), Roles{Role::kManager});
  EXPECT_EQ(roles_for(ProjectDeed::kTrust), Roles{Role::kManager});
  EXPECT_EQ(roles_for(ProjectDeed::kSetPassword), Roles{Role::kManager});
  EXPECT_EQ(roles_for(ProjectDeed::kSetPriority), Roles{Role::kManager});
  EXPECT_EQ(roles_for(ProjectDeed::kRescale), Roles::all());
  EXPECT_EQ(roles_for(ProjectDeed::kClaim), Roles::all());
  EXPECT_EQ(roles_for(ProjectDeed::kComment), Roles::all());
  EXPECT_EQ(roles_for(ProjectDeed::kSkip), Roles{Role::kManager}) << "for somebody else";
  EXPECT_TRUE(roles_for(ProjectDeed::kExpire).empty()) << "it happens";
  EXPECT_TRUE(roles_for(ProjectDeed::kLockOut).empty());
  EXPECT_EQ(roles_for(ProjectDeed::kChangePassword), Roles::all());
}

TEST(ProjectDeed, SendingAPhotoBackIsForWhoMayReturnIt) {
  EXPECT_EQ(roles_for(ProjectDeed::kSendBack), roles_for(Deed::kReturn));
  EXPECT_EQ(roles_for(ProjectDeed::kSendBack), (Roles{Role::kInspector, Role::kManager}));
}

TEST(Deed, TakingBackIsCalledByTheDeed) {
  EXPECT_EQ(undo_of(Deed::kApprove), "undo_approve");
  EXPECT_EQ(undo_of(id_of(ProjectDeed::kMerge)), "undo_merge");
  EXPECT_TRUE(is_undo("undo_approve"));
  EXPECT_FALSE(is_undo("approve"));
  EXPECT_FALSE(is_undo("undo"));
  EXPECT_EQ(deed_behind("undo_approve"), "approve");
  EXPECT_EQ(deed_behind("approve"), "approve");
  EXPECT_EQ(deed_behind(""), "");
}

TEST(Roles, SharedOnesAreThoseInBoth) {
  EXPECT_EQ(Roles({Role::kAnnotator, Role::kManager}).shared_with({Role::kManager, Role::kExpert}),
            Roles{Role::kManager});
  EXPECT_EQ(Roles::all().shared_with({}), Roles{});
}

}  // namespace
}  // namespace jaedan
