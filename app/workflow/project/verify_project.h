#pragma once

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"

namespace jaedan::workflow {

/// Looks for damage in the store (Store::verify), for photos that are gone or of another size than they were labelled
/// on (photo_places.h), and for damage in the project's snapshots (labeling/dataset/verify_snapshot.h). `failed` has
/// one item for each thing found; `done` counts the photos. Errors: the store cannot be read.
Result<BatchReport> verify_project(Project& project, const Watch& watch);

}  // namespace jaedan::workflow
