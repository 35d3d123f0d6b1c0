#include "inference/train/learn/worker_group.h"

#ifdef JAEDAN_WITH_GLOO
#include <chrono>
#include <fstream>
#include <torch/csrc/distributed/c10d/FileStore.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#endif

namespace jaedan::inference {

#ifdef JAEDAN_WITH_GLOO
namespace {

// One process validates while the others wait.
constexpr std::chrono::minutes kPatience{60};

class GlooWorkers final : public WorkerGroup {
 public:
  explicit GlooWorkers(const WorkerPlace& workers) {
    auto options = c10d::ProcessGroupGloo::Options::create(kPatience);
    options->devices.push_back(c10d::ProcessGroupGloo::createDeviceForHostname("127.0.0.1"));
    options->threads = 1;
    const auto store = c10::make_intrusive<c10d::FileStore>(workers.meeting_file, workers.count);
    group_ = std::make_unique<c10d::ProcessGroupGloo>(store, workers.rank, workers.count, options);
  }
  void sum(torch::Tensor& values) override {
    std::vector<torch::Tensor> tensors = {values};
    group_->allreduce(tensors)->wait();
  }

 private:
  std::unique_ptr<c10d::ProcessGroupGloo> group_;
};

}  // namespace

bool can_join_workers() { return true; }

Result<std::unique_ptr<WorkerGroup>> join_workers(const WorkerPlace& workers) {
  const auto cannot_meet = [&](const Message& why) {
    return Error{ErrorCode::kUnavailable,
                 "train.workers_apart",
                 "the {0} workers of this training cannot meet: {1}",
                 {workers.count, why}};
  };
  // FileStore would find out in its destructor, where an exception ends the program.
  if (!std::ofstream(workers.meeting_file, std::ios::app))
    return cannot_meet({"train.meeting_file", "{0} cannot be opened", {workers.meeting_file}});
  try {
    return std::unique_ptr<WorkerGroup>(std::make_unique<GlooWorkers>(workers));
  } catch (const std::exception& e) {
    return cannot_meet(e.what());
  }
}
#else
bool can_join_workers() { return false; }

Result<std::unique_ptr<WorkerGroup>> join_workers(const WorkerPlace& workers) {
  return Error{ErrorCode::kUnavailable,
               "train.no_workers",
               "this program was built without LibTorch's distributed back end, so {0} workers cannot share a "
               "training; train with --workers 1, or build with a LibTorch that has it and the package libgloo-dev",
               {workers.count}};
}
#endif

void sum_numbers(WorkerGroup& group, std::vector<double>& numbers) {
  torch::Tensor values = torch::tensor(numbers, torch::kDouble);
  group.sum(values);
  for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = values[static_cast<int64_t>(i)].item<double>();
}

void sum_gradients(WorkerGroup& group, const std::vector<torch::Tensor>& parameters, double weight,
                   std::vector<double>& numbers) {
  torch::NoGradGuard no_grad;
  std::vector<torch::Tensor> parts;
  for (const torch::Tensor& parameter : parameters) {
    const torch::Tensor grad = parameter.grad();
    parts.push_back(grad.defined() ? grad.to(at::kCPU).reshape({-1}) : torch::zeros({parameter.numel()}));
  }
  // In one piece: a message costs more than its bytes.
  torch::Tensor flat = at::cat(parts).mul_(weight);
  group.sum(flat);
  int64_t first = 0;
  for (const torch::Tensor& parameter : parameters) {
    const torch::Tensor sum = flat.narrow(0, first, parameter.numel()).view(parameter.sizes());
    first += parameter.numel();
    if (parameter.grad().defined()) {
      parameter.grad().copy_(sum);
    } else {
      parameter.mutable_grad() = sum.to(parameter.device()).clone();
    }
  }
  for (double& number : numbers) number *= weight;
  sum_numbers(group, numbers);
}

}  // namespace jaedan::inference
