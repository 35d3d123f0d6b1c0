#pragma once

#include "inference/train/measure/evaluate.h"

namespace jaedan::inference {

/// Fits the card's scores (score_slope and score_middle, and score_weights over all features) to garments that carry
/// their features. Returns how scores by the weights keep their word on photos that the fit did not see
/// (score_fit.h: cross_fitted_scores).
Calibration fit_scores(const std::vector<GarmentOutcome>& garments, ModelCard& card);

/// Fits how sure the card's heads are (confidence_fit.h) to the report's examples, and measures them anew with that. A
/// head with too few examples stays as it is.
void fit_heads(EvaluationReport& report, ModelCard& card);

/// Writes what was measured into the card: metrics, metrics by part, weaknesses (weaknesses.h).
void fill_metrics(const EvaluationReport& report, ModelCard& card);

/// The last step of training: measures the model in `folder` as people will use it (its regions at the photos' size, on
/// the val photos of `options`), fits its scores and heads to that and writes it all into its card. `threads` and
/// `device` are those of PrefillerOptions. Returns the measurement, whose calibration is that of `fit_scores`.
Result<EvaluationReport> complete_model(const std::string& folder, const EvaluationOptions& options, int threads = 0,
                                        Device device = Device::kAuto);

}  // namespace jaedan::inference
