#include "app/workflow/recommend/embed_ahead.h"

#include <vector>

#include "app/workflow/recommend/model_choice.h"

namespace jaedan::workflow {
namespace {

constexpr int kPhotosAPage = 16;

}  // namespace

Result<EmbedStep> AheadEmbedder::step(Project& project) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string wanted, wanted_model(project));
  if (!embedder_ || embedder_->model_id() != wanted) {
    embedder_.emplace(wanted, Effort::kLook, 1);
    last_ = {};
    failed_.clear();
  }
  EmbedStep step;
  step.model_id = wanted;
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<PhotoId> photo, next_lacking(project));
  if (!photo) {
    last_ = {};
    step.is_last = true;
    return step;
  }
  last_ = *photo;
  BatchReport report;
  if (const Status status = embedder_->add(project, *photo, report); !status.ok()) {
    if (embedder_->model_failed()) return status.error();
    failed_.insert(*photo);
  }
  JAEDAN_RETURN_IF_ERROR(embedder_->flush(project));
  step.garments = report.done;
  return step;
}

Result<std::optional<PhotoId>> AheadEmbedder::next_lacking(Project& project) {
  for (PhotoId behind = last_;;) {
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<PhotoId> lacking,
                            project.store().photos_lacking_embeddings(embedder_->model_id(), behind, kPhotosAPage));
    if (lacking.empty()) return std::optional<PhotoId>();
    for (const PhotoId photo : lacking) {
      if (failed_.count(photo) == 0) return std::optional(photo);
    }
    behind = lacking.back();
  }
}

}  // namespace jaedan::workflow
