#include "inference/torch/torch_module.h"

#include "inference/net/net_bench.h"
#include "inference/net/torch_headers.h"
#include "inference/net/torch_interactive.h"
#include "inference/net/torch_prefiller.h"
#include "inference/net/vectors/torch_embedder.h"

namespace jaedan::inference {
namespace {

class TorchModuleHere final : public TorchModule {
 public:
  std::string version() const override { return TORCH_VERSION; }
  Result<std::unique_ptr<Prefiller>> make_prefiller(const PrefillerOptions& options) override {
    return make_torch_prefiller(options);
  }
  Result<std::unique_ptr<InteractiveSegmenter>> make_interactive(const InteractiveOptions& options) override {
    return make_torch_interactive(options);
  }
  Result<std::unique_ptr<Embedder>> make_embedder(const EmbedderOptions& options) override {
    return make_torch_embedder(options);
  }
  Result<std::unique_ptr<NetworkBench>> make_network_bench(const std::string& model_folder) override {
    return make_torch_network_bench(model_folder);
  }
};

}  // namespace
}  // namespace jaedan::inference

extern "C" __attribute__((visibility("default"))) jaedan::inference::TorchModule* jaedan_torch_module() {
  static jaedan::inference::TorchModuleHere module;
  return &module;
}
