#pragma once

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "labeling/review/actor.h"

namespace jaedan::workflow {

/// Brings the labels of photos whose files have changed their size (project/photo_places.h) to the new one, where both
/// sizes have the same proportions: outlines and boxes are scaled, and so is what the model proposed, what people
/// answered apart from the photo (controls and their truth, merged panels), and the places of comments. It is a change
/// as if `actor` had drawn, so that an approved photo wants to be looked at again; the undo of before, which speaks of
/// the old size, is forgotten. Photos of other proportions, in somebody else's hands and of an open panel
/// (task_to_work_on) are listed as failed, the rest is skipped. kConflict: somebody else changed a photo meanwhile.
/// kForbidden for who is no manager.
Result<BatchReport> rescale_labels(Project& project, const labeling::PhotoFilter& filter, const Actor& actor,
                                   const Watch& watch);
/// The same for one photo. True when something changed.
Result<bool> rescale_labels(Project& project, const Photo& photo, const Actor& actor);

}  // namespace jaedan::workflow
