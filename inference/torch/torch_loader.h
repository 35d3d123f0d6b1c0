#pragma once

#include "inference/torch/torch_module.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// What the module exports as `name`, never null. Loads the module at the first call and keeps it: looks beside the
/// program, in ../lib/jaedan from there, and at $JAEDAN_TORCH_MODULE (a file), which wins when set. Safe from several
/// threads. kUnavailable, with what to install, when it is missing, cannot be loaded or is another program's.
Result<void*> torch_module_symbol(const char* name);

/// What inference needs of the module; errors as above. What training needs of it: train/run/training_module.h.
Result<TorchModule*> load_torch_module();

}  // namespace jaedan::inference
