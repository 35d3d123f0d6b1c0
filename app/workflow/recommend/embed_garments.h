#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "app/workflow/recommend/vector_maker.h"

namespace jaedan::workflow {

/// Where colour histograms (inference/colour/colour_histogram.h) are kept among the vectors, as if of a model. Who
/// looks at a garment for its vector leaves one.
inline constexpr const char* kColourVectors = "colours";

/// What may be done for a garment's vector.
enum class Effort {
  kTakeOver,  ///< a proposal of the same part and place has one already; milliseconds a photo
  kLook,      ///< … else the model looks at the photo again; up to seconds
};

/// Finds the vectors that garments of one photo after the other lack. Keeps its model open between them. One thread at
/// a time.
class GarmentEmbedder {
 public:
  /// `threads` of one look, 0 = all cores.
  GarmentEmbedder(std::string model_id, Effort effort, int threads = 0)
      : model_id_(std::move(model_id)), effort_(effort), threads_(threads) {}

  const std::string& model_id() const { return model_id_; }
  /// Counts what it found in `report`; it is kept with the next `flush`, which comes by itself now and then. Errors of
  /// the store, of reading the photo and of opening the model, which `model_failed` tells from the others.
  Status add(Project& project, PhotoId photo, BatchReport& report);
  /// Keeps what was found.
  Status flush(Project& project);
  bool model_failed() const { return model_failed_; }
  /// What a project that may not be written could not keep.
  std::vector<labeling::StoredEmbedding> take_unsaved() { return std::exchange(unsaved_, {}); }

 private:
  void keep(PhotoId photo, const Garment& garment, std::vector<float> vector, BatchReport& report);
  Status look_at(Project& project, PhotoId id, const std::vector<const Garment*>& garments, BatchReport& report);

  std::string model_id_;
  Effort effort_;
  int threads_;
  std::optional<VectorMaker> maker_;  ///< opened when first needed
  bool model_failed_ = false;
  std::vector<labeling::StoredEmbedding> pending_, unsaved_;
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
