#pragma once

#include <string>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"

namespace jaedan::workflow {

/// Moves a photo to `state` and logs it as `action`. kInvalidArgument when the workflow does not allow it
/// (labeling/domain/workflow_state.h), kConflict when somebody else changed the photo meanwhile.
Status move_photo(Project& project, PhotoId id, WorkflowState state, const std::string& who, const std::string& action);

/// Approves one photo, whatever its state; model values in it become the approver's word. kInvalidArgument without a
/// garment, kConflict as above.
Status approve_photo(Project& project, PhotoId id, const std::string& who);

/// The same for every photo of the filter that has a garment. A photo that an inspector returned waits for somebody to
/// look at it: it is skipped, unless the filter asks for returned ones.
Result<BatchReport> approve_photos(Project& project, const labeling::PhotoFilter& filter, const std::string& who,
                                   const Watch& watch);

}  // namespace jaedan::workflow
