#pragma once

#include <string>

#include "app/workflow/jobs/progress.h"
#include "labeling/base/result.h"

namespace jaedan::bench {

struct TrainBenchRequest {
  std::string recipe;  ///< file, of which the last phase is measured; empty = assets/recipes/segmenter_words.json
  int steps = 12;
  int threads = 0;  ///< 0 = as the recipe says
};

/// Training on this machine: drawn photos through the trainer as it is, without validation.
struct TrainBench {
  std::string architecture;
  int width = 0, height = 0, batch = 0, steps = 0, threads = 0;
  double photos_per_second = 0;  ///< learnt from
  double step_ms = 0;            ///< of a batch, with what the step waited for photos
  double loader_ms = 0;          ///< to prepare a batch on one thread with nothing beside it
  double waited_share = 0;       ///< of the time the step waited for photos
  // The same network, losses and optimiser in Python's PyTorch, photos in memory; 0 and the reason when it is not
  // there.
  double python_photos_per_second = 0;  ///< the faster memory layout
  std::string python_layout, python_version, python_missing;
};

/// Blocks for a few minutes. Errors: those of training; kCancelled.
Result<TrainBench> bench_train(const TrainBenchRequest& request, const workflow::Watch& watch);

}  // namespace jaedan::bench
