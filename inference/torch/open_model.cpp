#include "inference/torch/open_model.h"

#include "inference/torch/torch_loader.h"

namespace jaedan::inference {

Result<std::unique_ptr<Prefiller>> open_prefiller(const PrefillerOptions& options) {
  JAEDAN_ASSIGN_OR_RETURN(TorchModule* const module, load_torch_module());
  return module->make_prefiller(options);
}

Result<std::unique_ptr<InteractiveSegmenter>> open_interactive(const InteractiveOptions& options) {
  JAEDAN_ASSIGN_OR_RETURN(TorchModule* const module, load_torch_module());
  return module->make_interactive(options);
}

Result<std::unique_ptr<Embedder>> open_embedder(const EmbedderOptions& options) {
  JAEDAN_ASSIGN_OR_RETURN(TorchModule* const module, load_torch_module());
  return module->make_embedder(options);
}

}  // namespace jaedan::inference
