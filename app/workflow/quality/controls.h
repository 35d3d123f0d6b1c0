#pragma once

#include <optional>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "labeling/review/actor.h"

namespace jaedan::workflow {

/// Approved photos whose truth is known, given to people like any other: of so many claims one is a control, done as an
/// answer that never reaches the photo (labeling/store/people/answer_store.h). For managers (kForbidden) of a project
/// with users (kRefused); the log says so. How well people do: control_scores.h.

/// Makes an approved photo a control at these stages of work (empty: all that the project has). kRefused for a photo
/// that is not approved, or has no garment.
Status add_control(Project& project, const Actor& manager, PhotoId photo, const std::vector<Stage>& stages);
/// The same with every photo of the filter; those that are not approved are skipped.
Result<BatchReport> add_controls(Project& project, const Actor& manager, const labeling::PhotoFilter& filter,
                                 const std::vector<Stage>& stages, const Watch& watch);
/// The photo is no control any more; answers stay. False when it was none.
Result<bool> remove_control(Project& project, const Actor& manager, PhotoId photo);
/// The same with every photo of the filter.
Result<BatchReport> remove_controls(Project& project, const Actor& manager, const labeling::PhotoFilter& filter,
                                    const Watch& watch);

/// Of a hundred claims of a person at a stage so many are controls: kLeastControlPercent…kMostControlPercent, or 0 for
/// none (kInvalidArgument otherwise). `seed`: which ones; none: as before.
Status set_control_share(Project& project, const Actor& manager, int percent, std::optional<std::int64_t> seed);

/// A photo that is a control.
struct ControlPhoto {
  Photo photo;
  std::vector<Stage> stages;
};
/// All of them, in ascending photo.
Result<std::vector<ControlPhoto>> list_controls(const Project& project);

/// `truth` as somebody finds it who begins with `stage`: drawing begins with nothing, basic labels with the outlines,
/// expert labels with the basic labels, too. Nothing says who handled it.
Annotation start_of(const Annotation& truth, Stage stage, StageSet stages, const Taxonomy& taxonomy);
}  // namespace jaedan::workflow
