#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/annotation.h"
#include "labeling/domain/proposal.h"

namespace jaedan::labeling {

/// A garment's vector with what a recommender needs beside it.
struct StoredEmbedding {
  PhotoId photo;
  GarmentId garment;
  std::string model_id;
  std::vector<float> vector;  ///< unit length
};

/// What models say of photos; never touches an annotation. What every method owes its caller: store.h.
class ModelOutputs {
 public:
  virtual ~ModelOutputs() = default;

  /// What a model says of a photo: replaces what the same or another model said before.
  virtual Status save_prediction(PhotoId id, const Prediction& prediction) = 0;
  virtual Result<std::optional<Prediction>> prediction(PhotoId id) = 0;

  virtual Status save_embeddings(const std::vector<StoredEmbedding>& embeddings) = 0;
  /// All vectors of one model, ordered by photo, then garment.
  virtual Result<std::vector<StoredEmbedding>> embeddings(const std::string& model_id) = 0;
  /// Those of these photos, in their order, then by garment.
  virtual Result<std::vector<StoredEmbedding>> embeddings_of(const std::string& model_id,
                                                             const std::vector<PhotoId>& photos) = 0;
  /// How many garments of approved photos have a vector of the model.
  virtual Result<std::int64_t> count_embeddings(const std::string& model_id) = 0;
  /// Approved photos with a garment that has an outline and no vector of the model: the first `limit` of those behind
  /// `last` (none: of all), ascending.
  virtual Result<std::vector<PhotoId>> photos_lacking_embeddings(const std::string& model_id, PhotoId last,
                                                                 int limit) = 0;
};

}  // namespace jaedan::labeling
