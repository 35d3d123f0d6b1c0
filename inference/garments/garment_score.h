#pragma once

#include <array>
#include <vector>

#include "inference/models/model_card.h"
#include "inference/models/score_features.h"
#include "labeling/domain/part.h"

namespace jaedan::inference {

/// What a score speaks of: it is the chance that a garment's IoU with what a person would draw is at least this.
inline constexpr double kScoreIou = 0.75;

/// What is known of a garment when its score is computed.
struct ScoreFeatures {
  Part part = Part::kTop;
  double confidence = 0;        ///< mean probability of the part over the region
  double expected_iou = 0;      ///< probable pixels inside ÷ (all pixels inside + probable pixels outside)
  double part_probability = 1;  ///< that the figure wears such a part at all: of all readings with it together
};

/// In the order of `kScoreFeatureNames`.
using ScoreValues = std::array<double, kScoreFeatureCount>;
ScoreValues values_of(const ScoreFeatures& features);

/// Looks at one garment. `probabilities` as `probabilities_of` gives them (postprocess.h: class by class, row by row);
/// `weights`: how much of each cell lies in the region, [0, 1], as PartRegion::weights and `cell_weights` say.
ScoreFeatures score_features(const std::vector<float>& probabilities, const std::vector<float>& weights, Part part,
                             double part_probability);

/// The score by the card's `score_weights`, a logistic curve; by `score_slope` and `score_middle`, which know the
/// confidence alone, when the card has no weights.
double garment_score(const ModelCard& card, const ScoreFeatures& features);

}  // namespace jaedan::inference
