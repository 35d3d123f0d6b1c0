#pragma once

#include "inference/models/device.h"
#include "inference/net/torch_headers.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// kUnavailable when CUDA is asked for and missing.
Result<torch::Device> choose_device(Device device);

/// Threads of one operation; 0 = all cores (LibTorch itself takes half of them).
void set_threads(int threads);

}  // namespace jaedan::inference
