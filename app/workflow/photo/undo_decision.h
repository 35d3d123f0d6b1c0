#pragma once

#include "app/workflow/project/project.h"
#include "labeling/domain/workflow_state.h"
#include "labeling/review/actor.h"

namespace jaedan::workflow {

/// Takes back the last decision (review.h) about a photo, which `inspector` made and since which nobody changed it, all
/// in one transaction: the photo is as it was, a return is settled in what it said, and whoever had the photo to
/// inspect has it in hand again, whatever their quota. The log says so. The state of the photo now. kRefused when the
/// last change is no decision of theirs, or somebody else has the photo in hand; kForbidden for who may not decide.
Result<WorkflowState> undo_decision(Project& project, PhotoId id, const Actor& inspector);

}  // namespace jaedan::workflow
