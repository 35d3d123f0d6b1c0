#pragma once

#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"

namespace jaedan::workflow {

/// Where colour histograms (inference/colour/colour_histogram.h) are kept among the vectors, as if of a model. Who
/// looks at a garment for its vector leaves one.
inline constexpr const char* kColourVectors = "colours";

/// What may be done for a garment's vector.
enum class Effort {
  kTakeOver,  ///< a proposal of the same part and place has one already; milliseconds a photo
  kLook,      ///< … else the model looks at the photo again; up to seconds
};

/// Gives garments of `photos` that have an outline and no vector of the model `model_id` one that the recommender
/// compares. A garment takes over the vector of a proposal of the same part and place; one that a person drew has to be
/// looked at. What was found is kept now and then, and at the end, also when it was cancelled. Photos that cannot be
/// read are listed as failed. In a project that may not be written the new vectors go to `unsaved`.
Result<BatchReport> embed_garments(Project& project, const std::string& model_id, const std::vector<PhotoId>& photos,
                                   Effort effort, const Watch& watch, std::vector<labeling::StoredEmbedding>& unsaved);

/// The same for one photo, with every effort. Errors of opening the model and of reading the photo.
Status embed_photo(Project& project, const std::string& model_id, PhotoId photo,
                   std::vector<labeling::StoredEmbedding>& unsaved);

}  // namespace jaedan::workflow
