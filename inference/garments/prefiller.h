#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "inference/garments/class_scores.h"
#include "inference/garments/garment_score.h"
#include "inference/garments/head_answers.h"
#include "inference/garments/part_set.h"
#include "inference/models/device.h"
#include "inference/models/model_card.h"
#include "labeling/base/result.h"
#include "labeling/domain/attribute.h"
#include "labeling/domain/image.h"
#include "labeling/domain/measured_length.h"
#include "labeling/domain/part.h"
#include "labeling/domain/proposal.h"
#include "labeling/domain/region.h"

namespace jaedan::inference {

/// What heads answer: by the card's head, one a value; empty for a head that was not asked.
using HeadLogits = std::vector<std::vector<float>>;

/// A prediction, and what its scores and labels were computed from.
struct ScoredPrediction {
  Prediction prediction;
  std::vector<std::vector<ScoreFeatures>> features;  ///< by reading and garment
  std::vector<std::vector<HeadLogits>> logits = {};  ///< the same, of heads that are asked of garments
  HeadLogits photo_logits = {};                      ///< of those that are asked of the photo
};

/// A garment to be labelled. Borrowed.
struct AskedGarment {
  Part part = Part::kTop;
  const Region* region = nullptr;          ///< image space of the photo; never null
  const AttributeValues* known = nullptr;  ///< what people said of it: evidence for the rest; null: nothing
};

/// What a model says of such a garment.
struct GarmentLabels {
  SaidLabels labels;         ///< of no attribute that is known
  MeasuredLengths measures;  ///< where the body is seen
};

/// Looks at photos and says which garments are where. One object serves one thread at a time; several objects of
/// the same model may run side by side.
class Prefiller {
 public:
  virtual ~Prefiller() = default;

  /// Regions are in the photo's image space. Colours are not filled in (colour/colour_namer.h does that from the
  /// pixels). kInvalidArgument for an empty image; kInternal with the backend's own words.
  virtual Result<Prediction> prefill(const ImageView& photo) = 0;
  /// The same with the features behind the scores and the logits behind the labels, to calibrate by; kUnsupported when
  /// the model has none.
  virtual Result<ScoredPrediction> prefill_with_features(const ImageView&) {
    return Error{ErrorCode::kUnsupported, "prefill.no_features", "this model does not tell what its scores come from"};
  }
  /// Vectors of unit length for given regions, as `prefill` finds for its own: for garments that a person drew.
  /// In the order of `regions`; kInvalidArgument for a region outside the photo.
  virtual Result<std::vector<std::vector<float>>> embed(const ImageView& photo, const std::vector<Region>& regions) = 0;
  /// What it says of given garments, in their order: of those that people drew, or spoke of already. What is known of a
  /// garment is never answered; a model that cannot make use of it answers as if it knew nothing. kInvalidArgument for
  /// a region outside the photo; kUnsupported when the model labels only what it finds itself.
  virtual Result<std::vector<GarmentLabels>> label(const ImageView&, const std::vector<AskedGarment>&) {
    return Error{ErrorCode::kUnsupported, "prefill.no_labels", "this model labels no garments but its own"};
  }
  virtual const ModelCard& card() const = 0;
  /// Another one on the same weights, for another thread, with so many threads of one operation (0 = all cores). Costs
  /// next to nothing. Null when this model has nothing to share.
  virtual std::unique_ptr<Prefiller> share(int /*threads*/) const { return nullptr; }
  /// The raw scores behind `prefill`, at a quarter of the network's input: for self-training and studies.
  /// `told`: the parts that are known to be in the photo, for a network that can be told.
  virtual Result<ClassScores> score_pixels(const ImageView& photo, std::optional<PartSet> told) = 0;
};

/// For open_prefiller (torch/open_model.h).
struct PrefillerOptions {
  std::string model_folder;
  int threads = 1;   ///< of one operation; 0 = all cores
  bool tta = false;  ///< also look at the mirrored photo: twice the time, a little better
  Device device = Device::kCpu;
  int most_readings = 3;  ///< how many ways to read a photo are offered at most; each costs its outlines
};

}  // namespace jaedan::inference
