#include "app/workflow/recommend/vector_maker.h"

#include <optional>

#include "app/workflow/models/models.h"

namespace jaedan::workflow {

Result<VectorMaker> VectorMaker::open(Project& project, const std::string& model_id, int threads) {
  JAEDAN_ASSIGN_OR_RETURN(const UsableModel model, find_model(&project, model_id));
  VectorMaker maker;
  if (model.card.role == inference::ModelRole::kVectors) {
    JAEDAN_ASSIGN_OR_RETURN(maker.embedder_, open_vector_model(model, threads));
  } else {
    JAEDAN_ASSIGN_OR_RETURN(maker.segmenter_, open_model(model, {threads}));
  }
  return maker;
}

Result<std::vector<std::vector<float>>> VectorMaker::make(const ImageView& photo, const std::vector<Region>& garments) {
  return embedder_ ? embedder_->embed(photo, garments) : segmenter_->embed(photo, garments);
}

}  // namespace jaedan::workflow
