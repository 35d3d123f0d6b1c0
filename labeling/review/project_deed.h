#pragma once

#include <array>
#include <string_view>

#include "labeling/review/actor.h"

namespace jaedan {

/// What somebody does to a project, beside what is done to a photo's labels (deed.h). The change log names it so.
enum class ProjectDeed {
  kPromote,        ///< a model becomes the champion
  kAdoptBuiltIn,   ///< the built-in model is written down as the one before the first that is promoted
  kRollback,       ///< back to the champion before
  kTrust,          ///< vouches for a file with code
  kDistrust,       ///< … takes that back
  kSnapshot,       ///< freezes the approved photos
  kRelocate,       ///< points a photo to where its file is now
  kRescale,        ///< brings a photo and its labels to the size that its file has now
  kAdoptSize,      ///< worked on a photo whose file has another size, which is the photo's from then on
  kRemoveOutfits,  ///< forgets a table of outfits
  kMakeClusters,   ///< puts the garments of a part into clusters

  kAddUser,         ///< a person joins
  kSetRoles,        ///< … has these roles now
  kDisableUser,     ///< … is kept out
  kEnableUser,      ///< … is let in again
  kSetPassword,     ///< … is given a password by a manager, or it is taken away
  kChangePassword,  ///< … does so themselves
  kAssign,          ///< puts a photo into somebody's hands
  kSetStages,       ///< says which stages photos go through and how the queues stand
  kSetQuota,        ///< says how much a person may take

  kAskPanel,       ///< asks several people to do a photo unseen by each other
  kCancelPanel,    ///< … takes that back
  kMerge,          ///< makes one annotation of what they answered
  kSetControl,     ///< makes an approved photo a control
  kRemoveControl,  ///< … takes that back
  kDrawSample,     ///< draws a sample of the photos that wait for the inspection
  kCloseSample,    ///< decides about the rest by what became of the sample
  kApproveByRule,  ///< … approves a photo of it, which no inspector looked at
  kSendBack,       ///< says where a returned photo goes and why, beside the return itself

  kSetPriority,  ///< says which photos are given out first
  kRelease,      ///< gives a photo back, or takes it out of somebody else's hands
  kClaim,        ///< takes a photo in hand
  kSkip,         ///< gives a photo back and does not want it again
  kExpire,       ///< did not end a task in time
  kComment,      ///< says something of a photo
  kResolve,      ///< settles what was said of it
  kLockOut,      ///< is locked out, after wrong passwords in a row
};

inline constexpr std::array<ProjectDeed, 37> kAllProjectDeeds = {
    ProjectDeed::kPromote,        ProjectDeed::kAdoptBuiltIn,  ProjectDeed::kRollback,     ProjectDeed::kTrust,
    ProjectDeed::kDistrust,       ProjectDeed::kSnapshot,      ProjectDeed::kRelocate,     ProjectDeed::kRescale,
    ProjectDeed::kAdoptSize,      ProjectDeed::kRemoveOutfits, ProjectDeed::kMakeClusters, ProjectDeed::kAddUser,
    ProjectDeed::kSetRoles,       ProjectDeed::kDisableUser,   ProjectDeed::kEnableUser,   ProjectDeed::kSetPassword,
    ProjectDeed::kChangePassword, ProjectDeed::kAssign,        ProjectDeed::kSetStages,    ProjectDeed::kSetQuota,
    ProjectDeed::kAskPanel,       ProjectDeed::kCancelPanel,   ProjectDeed::kMerge,        ProjectDeed::kSetControl,
    ProjectDeed::kRemoveControl,  ProjectDeed::kDrawSample,    ProjectDeed::kCloseSample,  ProjectDeed::kApproveByRule,
    ProjectDeed::kSendBack,       ProjectDeed::kSetPriority,   ProjectDeed::kRelease,      ProjectDeed::kClaim,
    ProjectDeed::kSkip,           ProjectDeed::kExpire,        ProjectDeed::kComment,      ProjectDeed::kResolve,
    ProjectDeed::kLockOut};

/// ASCII id: promote, adopt_built_in, rollback, trust, distrust, snapshot, relocate, rescale, adopt_size,
/// remove_outfits, make_clusters, add_user, set_roles, disable_user, enable_user, set_password, change_password,
/// assign, set_stages, set_quota, ask_panel, cancel_panel, merge, set_control, remove_control, draw_sample,
/// close_sample, approve_by_rule, send_back, set_priority, release, claim, skip, expire, comment, resolve, locked.
std::string_view id_of(ProjectDeed deed);
/// Who may do it; of release and skip: to others. Nobody does kExpire and kLockOut: they happen to somebody.
Roles roles_for(ProjectDeed deed);

}  // namespace jaedan
