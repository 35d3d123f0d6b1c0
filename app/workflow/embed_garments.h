#pragma once

#include <cstdint>
#include <string>

#include "app/workflow/progress.h"
#include "app/workflow/project.h"

namespace jaedan::workflow {

/// Gives garments the vectors that the recommender compares: those of the model's proposals of the same part, taken
/// over into the store. Garments of approved photos, and of `also` whatever its state. Garments that have a vector
/// already are left alone, so a second call costs one query. Returns how many were added.
Result<std::int64_t> embed_garments(Project& project, const std::string& model_id, PhotoId also, const Watch& watch);

}  // namespace jaedan::workflow
