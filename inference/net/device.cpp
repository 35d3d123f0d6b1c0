#include "inference/net/device.h"

#include <algorithm>
#include <thread>

namespace jaedan::inference {

Result<torch::Device> choose_device(const std::string& name) {
  if (name == "cpu") return torch::Device(torch::kCPU);
  if (name == "auto") return torch::Device(torch::cuda::is_available() ? torch::kCUDA : torch::kCPU);
  if (name != "cuda") return Error{ErrorCode::kInvalidArgument, "device '" + name + "' is none of auto, cpu, cuda"};
  if (!torch::cuda::is_available()) {
    return Error{ErrorCode::kUnavailable, "no CUDA device here; choose the device cpu or auto"};
  }
  return torch::Device(torch::kCUDA);
}

void set_threads(int threads) {
  const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  at::set_num_threads(threads > 0 ? threads : cores);
}

}  // namespace jaedan::inference
