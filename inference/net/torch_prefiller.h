#pragma once

#include "inference/garments/prefiller.h"

namespace jaedan::inference {

/// What TorchModule::make_prefiller does; see open_prefiller (torch/open_model.h).
Result<std::unique_ptr<Prefiller>> make_torch_prefiller(const PrefillerOptions& options);

}  // namespace jaedan::inference
