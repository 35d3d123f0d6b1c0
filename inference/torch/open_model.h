#pragma once

#include <memory>

#include "inference/clicks/interactive.h"
#include "inference/garments/embedder.h"
#include "inference/garments/prefiller.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// Opens a model that looks for garments, with the module jaedan_torch (loaded at the first call). Errors: those of
/// read_model_card, read_model_weights and load_torch_module; kUnsupported for an unknown architecture.
Result<std::unique_ptr<Prefiller>> open_prefiller(const PrefillerOptions& options);

/// Opens a model that answers clicks, or a user's own script pair (script_pair.h), with the same module. Errors: as
/// above; kUnsupported, saying so, for a model that cannot, or a script that nobody trusted.
Result<std::unique_ptr<InteractiveSegmenter>> open_interactive(const InteractiveOptions& options);

/// Opens a model that makes vectors of garments, with the same module. Errors: as above; kUnsupported for a model that
/// makes none.
Result<std::unique_ptr<Embedder>> open_embedder(const EmbedderOptions& options);

}  // namespace jaedan::inference
