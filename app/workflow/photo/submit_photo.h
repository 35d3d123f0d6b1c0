#pragma once

#include <optional>
#include <vector>

#include "app/workflow/photo/brought_work.h"
#include "app/workflow/project/project.h"
#include "labeling/review/actor.h"

namespace jaedan::workflow {

/// What a submission led to.
struct Submitted {
  Stage stage = Stage::kDrawn;  ///< that is done
  WorkflowState state = WorkflowState::kDrawn;
  std::optional<Stage> next = {};      ///< that the photo waits for now
  std::vector<Warning> warnings = {};  ///< about the label file that came with it
};

/// The stage in hand is done: moves the photo on and ends the task, in one transaction. In a project without users the
/// stage is the one that the photo waits for. kRefused with a sentence of all that the stage asks for and is not there
/// (labeling/review/approval.h), without a task in hand, and for one that expired; kForbidden for who may not. `work`
/// is put into the photo first, in the same transaction: what is not submitted is not stored either.
Result<Submitted> submit_photo(Project& project, PhotoId id, const Actor& actor, const BroughtWork& work = {});

}  // namespace jaedan::workflow
