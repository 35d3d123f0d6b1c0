#pragma once

#include <string>

#include "labeling/store/photo_catalogue.h"

namespace jaedan::workflow {

/// The photo called `name`, or else with this number (`--image ID`). kNotFound.
Result<Photo> find_photo(labeling::PhotoCatalogue& photos, const std::string& name);

}  // namespace jaedan::workflow
