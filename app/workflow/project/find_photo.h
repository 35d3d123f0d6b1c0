#pragma once

#include <string>

#include "app/workflow/project/project.h"

namespace jaedan::workflow {

/// The photo called `name`, or else with this number (`--image ID`). kNotFound.
Result<Photo> find_photo(Project& project, const std::string& name);

}  // namespace jaedan::workflow
