#pragma once

#include <memory>
#include <string>

#include "inference/clicks/interactive.h"
#include "inference/garments/embedder.h"
#include "inference/garments/prefiller.h"
#include "inference/torch/network_bench.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// What the module jaedan_torch offers to inference; what it offers to training is train/run/training_module.h. It is
/// loaded when first needed (torch_loader.h), because LibTorch costs
/// every process 0.3 s and 150 MB otherwise; so this header names none of its types.
class TorchModule {
 public:
  virtual ~TorchModule() = default;

  /// Version of LibTorch, e.g. "1.13.1".
  virtual std::string version() const = 0;
  virtual Result<std::unique_ptr<Prefiller>> make_prefiller(const PrefillerOptions& options) = 0;
  virtual Result<std::unique_ptr<InteractiveSegmenter>> make_interactive(const InteractiveOptions& options) = 0;
  virtual Result<std::unique_ptr<Embedder>> make_embedder(const EmbedderOptions& options) = 0;
  /// The network of the model in this folder, to be measured. Errors: those of read_model_card and read_model_weights;
  /// kUnsupported for an unknown architecture.
  virtual Result<std::unique_ptr<NetworkBench>> make_network_bench(const std::string& model_folder) = 0;
};

/// The symbol under which the module exports it: `extern "C" TorchModule* jaedan_torch_module()`. The object lives as
/// long as the process.
using TorchModuleFunction = TorchModule*();
inline constexpr const char* kTorchModuleSymbol = "jaedan_torch_module";

}  // namespace jaedan::inference
