#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/photo/change_photo.h"
#include "labeling/domain/geometry.h"
#include "labeling/review/return_reason.h"

namespace jaedan::workflow {

/// What approves a photo, for change_photo: refuses with a sentence of all that speaks against it, unless the inspector
/// `insists` (labeling/review/approval.h). `undecided`: parts of proposals that nobody has taken or refused. `taxonomy`
/// must outlive it. A model's word stays the model's; who approved it stands beside it.
MakeCommand approval(const Taxonomy& taxonomy, std::vector<Part> undecided, bool insists);

/// Approves one photo, whatever its state; false when it was approved before. Of proposals those of the likeliest
/// reading count. kRefused for what speaks against it; kConflict as change_photo, and when the photo's file has changed
/// its size since it was labelled (project/photo_places.h): nobody has looked at the labels on it, so insisting does
/// not help. This and return_photo: kForbidden for who may not (labeling/review/state_machine.h). In a team: kRefused
/// for one's own work and for a photo in somebody else's hands; who is no manager approves what waits for the
/// inspection only; a decision ends the task in hand.
Result<bool> approve_photo(Project& project, PhotoId id, const Actor& inspector, bool insists);

/// Counts a photo that was approved before.
void skip_approved(BatchReport& report);

/// What goes back with a photo.
struct ReturnChoice {
  std::optional<Stage> stage = {};  ///< where it is to be worked on again; none: at the first one
  std::optional<ReturnReason> reason = {};
  std::string text = {};            ///< what is to be done, in words
  std::optional<Point> place = {};  ///< where in the photo, in pixels
};
/// Sends a photo back, with reason and words as a comment (labeling/store/people/comment_store.h), all in one
/// transaction. One that is returned already goes to the new stage, unless it is in somebody else's hands or several
/// people do it (kRefused). kRefused when nobody has worked on the photo yet,
/// kInvalidArgument for the inspection or a stage that is switched off, for a place without reason or words, or outside
/// the photo; kConflict as change_photo.
Status return_photo(Project& project, PhotoId id, const Actor& inspector, const ReturnChoice& choice = {});

/// The same for every photo of the filter that has a garment. A photo that an inspector returned waits for somebody to
/// look at it: it is skipped, unless the filter asks for returned ones. Photos that something speaks against are listed
/// as failed. Proposals that no garment stands for are named in a warning, and keep nothing back: a window may know
/// that somebody refused them, the project does not.
Result<BatchReport> approve_photos(Project& project, const labeling::PhotoFilter& filter, const Actor& inspector,
                                   bool insists, const Watch& watch);

}  // namespace jaedan::workflow
