#pragma once

#include "inference/torch/torch_module.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// What the module libjaedan_torch.so ($JAEDAN_TORCH_MODULE) exports as `name`, never null; loaded at the first call
/// (own_module.h). Safe from several threads. kUnavailable, with what to install.
Result<void*> torch_module_symbol(const char* name);

/// What inference needs of the module; errors as above. What training needs of it: train/run/training_module.h.
Result<TorchModule*> load_torch_module();

}  // namespace jaedan::inference
