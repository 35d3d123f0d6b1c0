#pragma once

#include <string>
#include <vector>

#include "app/bench/bench_network.h"
#include "app/workflow/jobs/progress.h"
#include "labeling/base/result.h"

namespace jaedan::bench {

/// Median time of one stage over the photos. `predict` is all that the model does for the likeliest reading of a photo:
/// one forward pass, the regions from its answer, and with a reader also that (on two views of the figure) and one more
/// decode, told the reading's parts. InferBench::network has the forward pass alone: encode and one decode.
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
  std::optional<workflow::WorkerTime> worker_time;  ///< of that run
  NetworkFigures network;
};

/// Measures how long the model takes on this machine, on the photos below `input` (empty: the drawn demo
/// photos): stage by stage, all together, and its network alone beside what the machine and Python's PyTorch do.
/// `threads`: photos at a time, and the most threads of the network alone; 0 = all cores. Errors: those of reading the
/// photos and of opening the model; kCancelled.
Result<InferBench> bench_infer(const std::string& input, const std::string& model_id, int threads,
                               const workflow::Watch& watch);

}  // namespace jaedan::bench
