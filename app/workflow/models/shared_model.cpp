#include "app/workflow/models/shared_model.h"

namespace jaedan::workflow {

Result<std::unique_ptr<inference::Prefiller>> SharedModel::of(const Project& project, int threads) {
  JAEDAN_ASSIGN_OR_RETURN(const UsableModel model, find_model(&project, ""));
  const std::string wanted = model.folder + "\n" + model.card.weights_sha256;
  // Held while it is opened: whoever comes meanwhile waits for it instead of opening a second one.
  const std::lock_guard<std::mutex> lock(mutex_);
  if (!model_ || opened_ != wanted) {
    JAEDAN_ASSIGN_OR_RETURN(model_, open_(model, {threads}));
    opened_ = wanted;
  }
  if (auto shared = model_->share(threads)) return shared;
  return std::move(model_);
}

}  // namespace jaedan::workflow
