#pragma once

#include <string>

#include "app/workflow/project/project.h"

namespace jaedan::cli {

/// Project::open that says on stderr when an older project is taken over, and how far that is.
Result<workflow::Project> open_project(const std::string& path);

}  // namespace jaedan::cli
