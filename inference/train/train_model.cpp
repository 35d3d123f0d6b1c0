#include "inference/torch_loader.h"
#include "inference/train/complete_model.h"
#include "inference/train/trainer.h"

namespace jaedan::inference {

Result<TrainingReport> train_model(const TrainingOptions& options) {
  JAEDAN_ASSIGN_OR_RETURN(TorchModule* const module, load_torch_module());
  JAEDAN_ASSIGN_OR_RETURN(TrainingReport report, module->train(options));
  if (options.workers.rank != 0) return report;
  EvaluationOptions evaluation;
  evaluation.cancel = options.cancel;
  for (const DataFolder& folder : options.folders) {
    evaluation.folders = {folder};
    const Result<EvaluationReport> measured =
        complete_model(options.output, evaluation, options.recipe.threads, options.recipe.device);
    if (measured) {
      report.score = measured->segmentation;
      report.category_accuracy = measured->category.accuracy();
      break;
    }
    // A folder without val photos measures nothing; the next one may.
    if (measured.error().code != ErrorCode::kInvalidArgument) return measured.error();
  }
  return report;
}

}  // namespace jaedan::inference
