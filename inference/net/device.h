#pragma once

#include "inference/models/device.h"
#include "inference/net/torch_headers.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// kUnavailable when CUDA is asked for and missing.
Result<torch::Device> choose_device(Device device);

/// Threads of one operation; 0 = all cores (LibTorch itself takes half of them).
void set_threads(int threads);

/// Activations of megabytes are freed and asked for again at every layer. By default the C library gives such blocks
/// back to the system each time, and the page faults cost a good part of the time; from now on the process keeps them:
/// its memory stays at its peak.
void keep_large_blocks();

}  // namespace jaedan::inference
