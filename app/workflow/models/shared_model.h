#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "app/workflow/models/models.h"

namespace jaedan::workflow {

/// The model in use, kept open: whoever asks of it shares its weights, on threads of their own. It is opened when it is
/// first asked for, and again when another one has come into use. Thread-safe.
class SharedModel {
 public:
  using Opener = std::function<Result<std::unique_ptr<inference::Prefiller>>(const UsableModel&, const ModelUse&)>;
  explicit SharedModel(Opener open = open_model) : open_(std::move(open)) {}

  /// The model in use in `project` (find_model), for the calling thread, with so many threads of one operation (0 = all
  /// cores). Errors: those of find_model and open_model; the next call tries again.
  Result<std::unique_ptr<inference::Prefiller>> of(const Project& project, int threads);

 private:
  const Opener open_;
  std::mutex mutex_;
  std::string opened_;  ///< which one: folder and weights
  std::unique_ptr<inference::Prefiller> model_;
};

}  // namespace jaedan::workflow
