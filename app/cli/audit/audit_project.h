#pragma once

#include "app/workflow/project/project.h"

namespace jaedan::cli {

/// `audit` of a whole project: how many photos and garments there are in each state, and how many nobody looked at.
/// Prints them and gives the exit code; `with_figures`: in a document the manager's numbers as well, which are those of
/// all photos.
int audit_project(workflow::Project& project, const labeling::PhotoFilter& filter, bool with_figures, bool json);

}  // namespace jaedan::cli
