#pragma once

#include "app/workflow/project/project.h"
#include "labeling/review/actor.h"

namespace jaedan::workflow {

/// `actor` as of now, when they manage a project of several people. kForbidden for who is no manager, kRefused in a
/// project without users, which has nobody to compare.
Result<Actor> managing_team(const Project& project, const Actor& actor);

/// The stage that the photo waits for. kRefused when that is none of work.
Result<Stage> work_waiting(const Project& project, PhotoId photo);

}  // namespace jaedan::workflow
