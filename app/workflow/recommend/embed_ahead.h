#pragma once

#include <optional>
#include <set>
#include <string>

#include "app/workflow/project/project.h"
#include "app/workflow/recommend/embed_garments.h"

namespace jaedan::workflow {

/// What one step did.
struct EmbedStep {
  std::string model_id;       ///< whose vectors are made
  std::int64_t garments = 0;  ///< that got one
  bool is_last = false;       ///< there is nothing left that could be made
};

/// Makes the vectors that garments of approved photos lack before anybody asks for them, by the model that is wanted
/// (model_choice.h), on the one core of the calling thread. A newer model begins with all photos, while answers go on
/// with what the old one made. Photos that cannot be read are not tried again. One thread at a time.
class AheadEmbedder {
 public:
  /// The next photo: at most some seconds. Errors of the store, and of a model that cannot be found or opened; what is
  /// wrong with a photo is none.
  Result<EmbedStep> step(Project& project);

 private:
  Result<std::optional<PhotoId>> next_lacking(Project& project);

  std::optional<GarmentEmbedder> embedder_;  ///< of the model that was wanted last
  PhotoId last_;                             ///< photos up to here were looked at in this round
  std::set<PhotoId> failed_;
};

}  // namespace jaedan::workflow
