#pragma once

#include <string>
#include <vector>

#include "app/workflow/progress.h"
#include "labeling/domain/result.h"

namespace jaedan::workflow {

/// Median time of one stage over the photos.
struct StageTime {
  std::string stage;  ///< decode, predict, colours, kfashion, mask
  double median_ms = 0;
};

struct InferBench {
  std::string model_id;
  int photos = 0;
  std::vector<StageTime> stages;  ///< one photo at a time, one core
  double photos_per_second = 0;   ///< decode to colours, all cores
  int workers = 0;
};

/// Measures how long the model takes on this machine, stage by stage and all together, on the photos below `input`.
Result<InferBench> bench_infer(const std::string& input, const std::string& model_id, int threads, const Watch& watch);

}  // namespace jaedan::workflow
