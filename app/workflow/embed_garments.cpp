#include "app/workflow/embed_garments.h"

#include <set>
#include <utility>

#include "app/workflow/photo_pages.h"

namespace jaedan::workflow {
namespace {

constexpr std::size_t kEmbeddingsPerTransaction = 1000;

using GarmentKey = std::pair<PhotoId, GarmentId>;

const Proposal* proposal_of(const Prediction& prediction, Part part) {
  for (const Reading& reading : prediction.readings) {
    for (const Proposal& proposal : reading.garments) {
      if (proposal.part == part && !proposal.embedding.empty()) return &proposal;
    }
  }
  return nullptr;
}

/// Collects vectors that are missing and stores them in big transactions.
class Embedder {
 public:
  Embedder(labeling::Store& store, std::string model_id) : store_(store), model_id_(std::move(model_id)) {}

  Status load_known() {
    JAEDAN_ASSIGN_OR_RETURN(const auto known, store_.embeddings(model_id_));
    for (const labeling::StoredEmbedding& embedding : known) known_.insert({embedding.photo, embedding.garment});
    return {};
  }

  Status add(PhotoId photo) {
    JAEDAN_ASSIGN_OR_RETURN(const std::optional<Prediction> prediction, store_.prediction(photo));
    if (!prediction || prediction->model_id != model_id_) return {};
    JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, store_.annotation(photo));
    for (const Garment& garment : annotation.garments) {
      const Proposal* proposal = proposal_of(*prediction, garment.part);
      if (proposal && known_.insert({photo, garment.id}).second) {
        pending_.push_back({photo, garment.id, model_id_, proposal->embedding});
      }
    }
    return pending_.size() >= kEmbeddingsPerTransaction ? flush() : Status{};
  }

  Status flush() {
    if (pending_.empty()) return {};
    JAEDAN_RETURN_IF_ERROR(store_.save_embeddings(pending_));
    added_ += static_cast<std::int64_t>(pending_.size());
    pending_.clear();
    return {};
  }

  std::int64_t added() const { return added_; }

 private:
  labeling::Store& store_;
  const std::string model_id_;
  std::set<GarmentKey> known_;
  std::vector<labeling::StoredEmbedding> pending_;
  std::int64_t added_ = 0;
};

}  // namespace

Result<std::int64_t> embed_garments(Project& project, const std::string& model_id, PhotoId also, const Watch& watch) {
  Embedder embedder(project.store(), model_id);
  JAEDAN_RETURN_IF_ERROR(embedder.load_known());
  labeling::PhotoFilter approved;
  approved.state = WorkflowState::kApproved;
  JAEDAN_ASSIGN_OR_RETURN(
      const BatchReport report,
      for_each_photo(project, approved, "reading garments", watch, [&](const labeling::PhotoRow& row, BatchReport&) {
        return row.has_prediction ? embedder.add(row.photo.id) : Status{};
      }));
  if (also) JAEDAN_RETURN_IF_ERROR(embedder.add(also));
  JAEDAN_RETURN_IF_ERROR(embedder.flush());
  if (!report.failed.empty()) {
    return Error{ErrorCode::kCorrupt, report.failed.front().item + ": " + report.failed.front().reason};
  }
  return embedder.added();
}

}  // namespace jaedan::workflow
