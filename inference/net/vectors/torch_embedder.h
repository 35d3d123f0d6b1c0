#pragma once

#include <memory>

#include "inference/garments/embedder.h"

namespace jaedan::inference {

/// Behind open_embedder (torch/open_model.h).
Result<std::unique_ptr<Embedder>> make_torch_embedder(const EmbedderOptions& options);

}  // namespace jaedan::inference
