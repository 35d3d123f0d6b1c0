#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "inference/train/measure/operator/operator_photo.h"

namespace jaedan::inference {

/// Which photos a simulated person works on, and how.
struct OperatorOptions {
  MaskRules rules;
  int most_photos = 0;                                ///< so many, evenly chosen; 0 = all
  std::optional<Split> only;                          ///< empty = all photos
  std::uint64_t seed = 1;                             ///< of clicks that stray (ClickHabits)
  std::function<void(int done, int total)> progress;  ///< photos
  const std::atomic<bool>* cancel = nullptr;
};

/// Works on the photos one after the other (work_on_photo), and remembers what was said as label mode does. Errors:
/// those of the tools, with the photo's name; kCancelled; kInvalidArgument when no photo has a garment.
Result<std::vector<PhotoWork>> work_on_photos(const std::vector<TrainingSource>& sources, const Taxonomy& taxonomy,
                                              const OperatorTools& tools, const OperatorOptions& options);

}  // namespace jaedan::inference
