#pragma once

#include "inference/garments/prefiller.h"

namespace jaedan::inference {

/// What TorchModule::open_prefiller does; see open_prefiller.
Result<std::unique_ptr<Prefiller>> make_torch_prefiller(const PrefillerOptions& options);

}  // namespace jaedan::inference
