#include "inference/train/run/training_module.h"

#include "inference/torch/torch_loader.h"

namespace jaedan::inference {

Result<TrainingModule*> load_training_module() {
  JAEDAN_ASSIGN_OR_RETURN(void* const symbol, torch_module_symbol(kTrainingModuleSymbol));
  return reinterpret_cast<TrainingModuleFunction*>(symbol)();
}

}  // namespace jaedan::inference
