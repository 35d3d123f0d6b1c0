#include "inference/train/run/train_segmenter.h"
#include "inference/train/run/training_module.h"

namespace jaedan::inference {
namespace {

class TrainingModuleHere final : public TrainingModule {
 public:
  Result<TrainingReport> train(const TrainingOptions& options) override { return train_segmenter(options); }
};

}  // namespace
}  // namespace jaedan::inference

extern "C" __attribute__((visibility("default"))) jaedan::inference::TrainingModule* jaedan_training_module() {
  static jaedan::inference::TrainingModuleHere module;
  return &module;
}
