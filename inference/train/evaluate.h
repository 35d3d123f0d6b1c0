#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "inference/prefiller.h"
#include "inference/train/metrics.h"
#include "inference/train/trainer.h"

namespace jaedan::inference {

struct EvaluationOptions {
  std::vector<DataFolder> folders;
  std::optional<Split> split = Split::kVal;  ///< empty = every photo
  std::function<void(int done, int total)> progress;
  const std::atomic<bool>* cancel = nullptr;
};

struct EvaluationReport {
  SegmentationScore segmentation;
  ConfusionMatrix category{kCategoryCount};  ///< of garments found with IoU ≥ 0.5 whose true category is known
  std::vector<float> scores;                 ///< score of each garment that was said …
  std::vector<bool> kept;                    ///< … and whether its IoU reached 0.85
  int photos = 0;
  double seconds_per_photo = 0;  ///< of prefill alone, decoded photo to regions
};

/// Runs the model as `prefill` does, at the photos' own size, and scores regions by the rules of metrics.h.
/// kInvalidArgument when the split holds no photo.
Result<EvaluationReport> evaluate(Prefiller& model, const EvaluationOptions& options);

/// The garments of a reading painted in order, values of part.h.
Mask paint(const Reading& reading, int width, int height);

}  // namespace jaedan::inference
