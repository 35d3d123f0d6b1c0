#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/workflow/project/project.h"
#include "inference/garments/embedder.h"
#include "inference/garments/prefiller.h"

namespace jaedan::workflow {

/// Makes vectors of garments by one model: one that is for it, or a segmenter, whose features then are the vectors. One
/// thread at a time.
class VectorMaker {
 public:
  /// `threads` of one look, 0 = all cores. Errors of find_model and of opening the model.
  static Result<VectorMaker> open(Project& project, const std::string& model_id, int threads = 0);

  /// As Embedder::embed.
  Result<std::vector<std::vector<float>>> make(const ImageView& photo, const std::vector<Region>& garments);

 private:
  std::unique_ptr<inference::Embedder> embedder_;  ///< one of the two
  std::unique_ptr<inference::Prefiller> segmenter_;
};

}  // namespace jaedan::workflow
