#pragma once

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "labeling/review/actor.h"

namespace jaedan::workflow {

/// Turns what a model proposes for one photo into garments (provenance *model*), when nobody has worked on the photo
/// yet. Where the model only guesses a label that approval asks for, its likeliest guess is taken: who accepts what
/// they did not look at takes the model at its word. True when something changed.
Result<bool> accept_prediction(Project& project, PhotoId id, const Actor& actor);

/// The batch rule of a manager: turns stored predictions into garments (provenance *model*) for photos in state new, as
/// one undo entry of each photo. Human work is never touched. kForbidden for who is no manager.
Result<BatchReport> accept_predictions(Project& project, const labeling::PhotoFilter& filter, const Actor& actor,
                                       const Watch& watch);

}  // namespace jaedan::workflow
