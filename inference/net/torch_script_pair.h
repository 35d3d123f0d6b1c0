#pragma once

#include <memory>

#include "inference/clicks/interactive.h"

namespace jaedan::inference {

/// Behind open_interactive, for a folder that holds a script pair (script_pair.h). kUnsupported for files that nobody
/// trusted, kCorrupt for what is no TorchScript.
Result<std::unique_ptr<InteractiveSegmenter>> make_torch_script_pair(const InteractiveOptions& options);

}  // namespace jaedan::inference
