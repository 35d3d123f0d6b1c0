#pragma once

#include <memory>

#include "inference/clicks/interactive.h"

namespace jaedan::inference {

/// Behind open_interactive (torch/open_model.h).
Result<std::unique_ptr<InteractiveSegmenter>> make_torch_interactive(const InteractiveOptions& options);

}  // namespace jaedan::inference
