#pragma once

#include "inference/torch/torch_module.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// Loads the module at the first call and keeps it: looks beside the program, in ../lib/jaedan from there, and
/// at $JAEDAN_TORCH_MODULE (a file), which wins when set. Safe from several threads.
/// kUnavailable, with what to install, when it is missing or cannot be loaded.
Result<TorchModule*> load_torch_module();

}  // namespace jaedan::inference
