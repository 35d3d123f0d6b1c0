#pragma once

#include <string>

#include "inference/net/torch_headers.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// "cpu", "cuda", or "auto" (CUDA where there is one). kUnavailable when CUDA is asked for and missing.
Result<torch::Device> choose_device(const std::string& name);

/// Threads of one operation; 0 = all cores (LibTorch itself takes half of them).
void set_threads(int threads);

}  // namespace jaedan::inference
