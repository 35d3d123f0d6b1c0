#include "inference/net/device.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <algorithm>
#include <thread>

namespace jaedan::inference {

Result<torch::Device> choose_device(Device device) {
  if (device == Device::kCpu) return torch::Device(torch::kCPU);
  if (torch::cuda::is_available()) return torch::Device(torch::kCUDA);
  if (device == Device::kAuto) return torch::Device(torch::kCPU);
  return Error{ErrorCode::kUnavailable, "net.no_cuda", "no CUDA device here; choose the device cpu or auto"};
}

void set_threads(int threads) {
  const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  const int wanted = threads > 0 ? threads : cores;
  // Each call makes LibTorch a new thread pool, whose threads spin for a while: a third of an answer to a click.
  if (at::get_num_threads() != wanted) at::set_num_threads(wanted);
}

void keep_large_blocks() {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 2147483647);
#endif
}

}  // namespace jaedan::inference
