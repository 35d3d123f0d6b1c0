#pragma once

#include "inference/train/run/trainer.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// What the module jaedan_torch (torch/torch_loader.h) offers to training.
class TrainingModule {
 public:
  virtual ~TrainingModule() = default;

  /// Trains a model; blocks until done. One run at a time. Errors: those of train_segmenter.
  virtual Result<TrainingReport> train(const TrainingOptions& options) = 0;
};

/// The symbol under which the module exports it. The object lives as long as the process.
using TrainingModuleFunction = TrainingModule*();
inline constexpr const char* kTrainingModuleSymbol = "jaedan_training_module";

/// Errors: those of torch_module_symbol.
Result<TrainingModule*> load_training_module();

}  // namespace jaedan::inference
