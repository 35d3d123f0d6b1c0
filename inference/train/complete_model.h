#pragma once

#include "inference/train/evaluate.h"

namespace jaedan::inference {

/// score = 1 / (1 + exp(−slope (confidence − middle))): the chance that a garment of this confidence is kept.
struct ScoreCurve {
  double slope = 0;
  double middle = 0;
};

/// Logistic regression by Newton's method with a weak pull towards slope 0, so that few or perfectly separated garments
/// give a gentle curve instead of a step. Lists of equal length; an empty one gives a flat curve at one half.
ScoreCurve fit_score_curve(const std::vector<float>& confidences, const std::vector<bool>& kept);

/// The last step of training: measures the model in `folder` as people will use it (its regions at the photos' size, on
/// the val photos of `options`), fits its score curve to that and writes both into its card. `threads` 0 = all cores.
/// Returns the measurement.
Result<EvaluationReport> complete_model(const std::string& folder, const EvaluationOptions& options, int threads = 0);

}  // namespace jaedan::inference
