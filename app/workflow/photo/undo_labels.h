#pragma once

#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/photo/label_photos.h"

namespace jaedan::workflow {

/// Takes a whole batch of labelling back: one undo step in each of `labelled` (LabelReport::labelled). A photo that was
/// changed since is listed as failed and stays as it is.
Result<BatchReport> undo_labels(Project& project, const std::vector<LabelledPhoto>& labelled, const Actor& actor,
                                const Watch& watch);

/// The same for one photo that is open already. kRefused when its last step is not the batch's.
Status undo_label(EditSession& session, const Actor& actor);

}  // namespace jaedan::workflow
