#pragma once

#include <memory>
#include <vector>

#include "inference/net/torch_headers.h"
#include "inference/train/learn/worker_place.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// The processes that share one training. All of them make the same calls in the same order. When one of them is gone,
/// the others' calls throw c10::Error.
class WorkerGroup {
 public:
  virtual ~WorkerGroup() = default;
  /// Sums a dense tensor on the CPU over all processes, in place.
  virtual void sum(torch::Tensor& values) = 0;
};

/// Whether this program was built with LibTorch's distributed back end (c10d with Gloo).
bool can_join_workers();

/// Waits until all processes of `workers` are there. kUnavailable when this program cannot (can_join_workers), or when
/// they do not meet, with LibTorch's own words.
Result<std::unique_ptr<WorkerGroup>> join_workers(const WorkerPlace& workers);

/// Makes every parameter's gradient, and `numbers`, the sum over all processes of `weight` times their own. A parameter
/// without a gradient counts as one of zeros.
void sum_gradients(WorkerGroup& group, const std::vector<torch::Tensor>& parameters, double weight,
                   std::vector<double>& numbers);
/// The numbers alone.
void sum_numbers(WorkerGroup& group, std::vector<double>& numbers);

}  // namespace jaedan::inference
