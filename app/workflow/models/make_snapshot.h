#pragma once

#include <string>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "labeling/dataset/snapshot.h"
#include "labeling/review/actor.h"

namespace jaedan::workflow {

/// Freezes the approved photos of `filter` into PROJECT/snapshots (labeling/dataset/snapshot.h). The same state
/// gives the same snapshot. `without_models_own` as SnapshotRequest. A photo whose file is gone, cannot be read
/// or has another size than its labels were made on is left out and listed. kNotFound when nothing is approved,
/// kForbidden for who is no manager.
Result<labeling::MadeSnapshot> make_snapshot(Project& project, const labeling::PhotoFilter& filter,
                                             const Actor& manager, bool without_models_own, const Watch& watch);

/// The snapshot whose hash starts with `hash`; the newest when that is empty. kNotFound.
Result<labeling::SnapshotInfo> find_snapshot(Project& project, const std::string& hash);
/// Where it lies.
std::string snapshot_folder(const Project& project, const labeling::SnapshotInfo& snapshot);

}  // namespace jaedan::workflow
