#include "inference/net/convolution_counter.h"

#include <torch/csrc/profiler/util.h>

#include <chrono>
#include <cstring>

#include "inference/net/torch_headers.h"

namespace jaedan::inference {
namespace {

using Clock = std::chrono::steady_clock;

struct Seen {
  double ms = 0;
  double flop = 0;
};
thread_local Seen seen;  // callbacks carry no state of their own

struct Running : at::ObserverContext {
  double kernel_size = 1;  ///< numbers in the kernel: out × in / groups × height × width
  Clock::time_point start;
};

std::unique_ptr<at::ObserverContext> begin(const at::RecordFunction& function) {
  if (std::strcmp(function.name(), "aten::conv2d") != 0) return nullptr;
  auto running = std::make_unique<Running>();
  // By LibTorch's own code: asking for the inputs in this file would meet a check that belongs to its debug builds.
  const auto arguments = torch::profiler::impl::saveExtraArgs(function);
  for (const std::int64_t side : arguments.at("weight_size").toIntVector()) {
    running->kernel_size *= static_cast<double>(side);
  }
  running->start = Clock::now();
  return running;
}

void end(const at::RecordFunction& function, at::ObserverContext* context) {
  if (context == nullptr) return;
  const auto* running = static_cast<const Running*>(context);
  seen.ms += std::chrono::duration<double, std::milli>(Clock::now() - running->start).count();
  const torch::Tensor out = function.outputs()[0].toTensor();
  // Each pixel of the answer takes the whole kernel once.
  seen.flop += 2.0 * running->kernel_size * static_cast<double>(out.size(0) * out.size(2) * out.size(3));
}

}  // namespace

ConvolutionCounter::ConvolutionCounter() {
  seen = {};
  handle_ = at::addThreadLocalCallback(
      at::RecordFunctionCallback(begin, end).needsInputs(true).needsOutputs(true).scopes({at::RecordScope::FUNCTION}));
}

ConvolutionCounter::~ConvolutionCounter() { at::removeCallback(handle_); }

double ConvolutionCounter::ms() const { return seen.ms; }
double ConvolutionCounter::gflop() const { return seen.flop / 1e9; }

}  // namespace jaedan::inference
