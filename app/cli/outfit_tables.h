#pragma once

#include <nlohmann/json_fwd.hpp>

#include "app/workflow/project/project.h"

namespace jaedan::cli {

/// The tables of outfits of a project as a list of {"name", "outfits", "items", "at", "who"}. Errors of the store.
Result<nlohmann::json> outfit_tables_json(const workflow::Project& project);

}  // namespace jaedan::cli
