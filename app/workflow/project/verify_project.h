#pragma once

#include <optional>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/photo_places.h"
#include "app/workflow/project/project.h"

namespace jaedan::workflow {

/// Looks for damage in the store (Store::verify), in the chain of its change log, which must still hold what `seal` is
/// of (AuditLog::verify_log), for people, quotas, stages and queues that are not as the log says
/// (labeling/store/log_people.h), for photos that are gone, unreadable or of another size than they were labelled on
/// (photo_places.h), looked into as far as `photos` says, and for damage in the project's snapshots
/// (labeling/dataset/verify_snapshot.h). `failed` has one item for each thing found, `warnings` what is
/// strange and no damage; `done` counts the photos. Errors:
/// the store cannot be read.
Result<BatchReport> verify_project(Project& project, LookInto photos, const Watch& watch,
                                   const std::optional<labeling::LogSeal>& seal = {});

}  // namespace jaedan::workflow
