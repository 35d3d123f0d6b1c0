#pragma once

#include "inference/train/measure/click_trials.h"

namespace jaedan::inference {

/// What Intelligent Scissors (Mortensen and Barrett, 1995; OpenCV) need for the same pieces, to be compared with: a
/// person clicks points of the true outline, the farthest from the path so far each time, and the path between two of
/// them follows the photo's edges. Only the largest part of a piece is gone round; `most_clicks`, `only`,
/// `most_photos`, `progress` and `cancel` of the options count. Errors: kCancelled, kInternal with OpenCV's words.
Result<ClickTrials> try_scissors(const std::vector<TrainingSource>& sources, const ClickTrialOptions& options);

}  // namespace jaedan::inference
