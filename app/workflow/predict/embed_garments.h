#pragma once

#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"

namespace jaedan::workflow {

/// Gives garments the vectors of the model `model_id` that the recommender compares: garments of approved photos, and
/// of `also` whatever its state. A garment takes over the vector of a proposal of the same part and place; for one that
/// a person drew, the model looks at the photo again. Garments that have a vector already are left alone, and a
/// photo whose garments all have one is not read. Photos that cannot be read are listed as failed. In a project that
/// may not be written the new vectors go to `unsaved`.
Result<BatchReport> embed_garments(Project& project, const std::string& model_id, PhotoId also, const Watch& watch,
                                   std::vector<labeling::StoredEmbedding>& unsaved);

}  // namespace jaedan::workflow
