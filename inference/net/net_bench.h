#pragma once

#include <memory>
#include <string>

#include "inference/torch/network_bench.h"

namespace jaedan::inference {

/// What TorchModule::make_network_bench does.
Result<std::unique_ptr<NetworkBench>> make_torch_network_bench(const std::string& model_folder);

}  // namespace jaedan::inference
