#pragma once

#include <optional>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "labeling/review/actor.h"

namespace jaedan::workflow {

/// Several people do one photo unseen by each other: each who claims at its stage gets it, until as many have it as
/// were asked for. For managers (kForbidden) of a project with users (kRefused); the log says so.

/// Who is asked to do what.
struct PanelChoice {
  int people = 3;
  std::optional<Stage> stage = {};  ///< none: the one that the photo waits for
};

/// Errors of AnswerStore::open_panel; kRefused for a photo that waits for no work.
Result<labeling::Panel> ask_panel(Project& project, const Actor& manager, PhotoId photo, const PanelChoice& choice);
/// The same with every photo of the filter; those that cannot be given to several people are listed as failed.
Result<BatchReport> ask_panels(Project& project, const Actor& manager, const labeling::PhotoFilter& filter,
                               const PanelChoice& choice, const Watch& watch);

/// Takes it back: the photo is in its queue again as it was. kRefused when nobody was asked.
Result<labeling::Panel> cancel_panel(Project& project, const Actor& manager, PhotoId photo);
/// The same with every photo of the filter that has one.
Result<BatchReport> cancel_panels(Project& project, const Actor& manager, const labeling::PhotoFilter& filter,
                                  const Watch& watch);

/// The panel that is open on the photo. kRefused when there is none.
Result<labeling::Panel> open_panel_of(const Project& project, PhotoId photo);

}  // namespace jaedan::workflow
