#pragma once

#include <array>
#include <string_view>

#include "labeling/review/actor.h"

namespace jaedan {

/// What somebody does to a project, beside what is done to a photo's labels (deed.h). The change log names it so.
enum class ProjectDeed {
  kPromote,       ///< a model becomes the champion
  kAdoptBuiltIn,  ///< the built-in model is written down as the one before the first that is promoted
  kRollback,      ///< back to the champion before
  kTrust,         ///< vouches for a file with code
  kDistrust,      ///< … takes that back
  kSnapshot,      ///< freezes the approved photos
  kRelocate,      ///< points a photo to where its file is now
  kRescale,       ///< brings a photo and its labels to the size that its file has now
  kAdoptSize,     ///< worked on a photo whose file has another size, which is the photo's from then on
};

inline constexpr std::array<ProjectDeed, 9> kAllProjectDeeds = {
    ProjectDeed::kPromote,  ProjectDeed::kAdoptBuiltIn, ProjectDeed::kRollback,
    ProjectDeed::kTrust,    ProjectDeed::kDistrust,     ProjectDeed::kSnapshot,
    ProjectDeed::kRelocate, ProjectDeed::kRescale,      ProjectDeed::kAdoptSize};

/// ASCII id: promote, adopt_built_in, rollback, trust, distrust, snapshot, relocate, rescale, adopt_size.
std::string_view id_of(ProjectDeed deed);
/// Who may do it.
Roles roles_for(ProjectDeed deed);

}  // namespace jaedan
