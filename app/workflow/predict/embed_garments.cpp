#include "app/workflow/predict/embed_garments.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "app/workflow/models/models.h"
#include "app/workflow/project/photo_pages.h"
#include "labeling/io/image_decoder.h"

namespace jaedan::workflow {
namespace {

constexpr std::size_t kEmbeddingsPerTransaction = 1000;
constexpr double kSamePlace = 0.5;  // overlap of the boxes

double overlap(const Rect& a, const Rect& b) {
  const double both = shared_area(a, b);
  const double either = a.width * a.height + b.width * b.height - both;
  return either > 0 ? both / either : 0;
}

const Proposal* proposal_of(const Prediction& prediction, const Garment& garment) {
  const Rect box = bounds_of(garment.region);
  for (const Reading& reading : prediction.readings) {
    for (const Proposal& proposal : reading.garments) {
      const bool same = proposal.part == garment.part && overlap(bounds_of(proposal.region), box) >= kSamePlace;
      if (same && !proposal.embedding.empty()) return &proposal;
    }
  }
  return nullptr;
}

/// Finds the vectors that are missing and stores them in big transactions.
class Embedder {
 public:
  Embedder(Project& project, std::string model_id, std::vector<labeling::StoredEmbedding>& unsaved)
      : project_(project), model_id_(std::move(model_id)), unsaved_(unsaved) {}

  Status load_known() {
    JAEDAN_ASSIGN_OR_RETURN(const auto known, project_.store().embeddings(model_id_));
    for (const labeling::StoredEmbedding& embedding : known) known_[embedding.photo].insert(embedding.garment);
    return {};
  }

  /// Vectors of deleted garments go with them, so as many vectors as garments are all of them.
  bool is_complete(const labeling::PhotoRow& row) const {
    const auto known = known_.find(row.photo.id);
    const std::size_t vectors = known == known_.end() ? 0 : known->second.size();
    return vectors >= static_cast<std::size_t>(row.garment_count);
  }

  Status add(PhotoId photo, BatchReport& report) {
    JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, project_.store().annotation(photo));
    const std::set<GarmentId>& known = known_[photo];
    std::vector<const Garment*> missing;
    for (const Garment& garment : annotation.garments) {
      if (known.count(garment.id) == 0 && !garment.region.empty()) missing.push_back(&garment);
    }
    if (missing.empty()) return {};
    JAEDAN_ASSIGN_OR_RETURN(std::optional<Prediction> prediction, project_.store().prediction(photo));
    if (prediction && prediction->model_id != model_id_) prediction.reset();
    std::vector<const Garment*> unseen;
    for (const Garment* garment : missing) {
      const Proposal* proposal = prediction ? proposal_of(*prediction, *garment) : nullptr;
      if (proposal) {
        keep(photo, *garment, proposal->embedding, report);
      } else {
        unseen.push_back(garment);
      }
    }
    if (!unseen.empty()) JAEDAN_RETURN_IF_ERROR(look_at(photo, unseen, report));
    return pending_.size() >= kEmbeddingsPerTransaction ? flush() : Status{};
  }

  Status flush() {
    if (pending_.empty()) return {};
    if (const Status saved = project_.store().save_embeddings(pending_); !saved.ok()) {
      if (saved.error().message.without_context().key != "store.database_read_only") return saved;
      unsaved_.insert(unsaved_.end(), pending_.begin(), pending_.end());
    }
    pending_.clear();
    return {};
  }

 private:
  void keep(PhotoId photo, const Garment& garment, std::vector<float> vector, BatchReport& report) {
    known_[photo].insert(garment.id);
    pending_.push_back({photo, garment.id, model_id_, std::move(vector)});
    ++report.done;
  }

  Status look_at(PhotoId id, const std::vector<const Garment*>& garments, BatchReport& report) {
    if (!model_) {
      JAEDAN_ASSIGN_OR_RETURN(const UsableModel usable, find_model(&project_, model_id_));
      JAEDAN_ASSIGN_OR_RETURN(model_, open_model(usable, {0}));
    }
    JAEDAN_ASSIGN_OR_RETURN(const Photo photo, project_.store().photo(id));
    JAEDAN_ASSIGN_OR_RETURN(const Image image, labeling::read_image(project_.photo_path(photo)));
    std::vector<Region> regions;
    for (const Garment* garment : garments) regions.push_back(garment->region);
    JAEDAN_ASSIGN_OR_RETURN(std::vector<std::vector<float>> vectors, model_->embed(image.view(), regions));
    for (std::size_t i = 0; i < garments.size(); ++i) keep(id, *garments[i], std::move(vectors[i]), report);
    return {};
  }

  Project& project_;
  const std::string model_id_;
  std::unique_ptr<inference::Prefiller> model_;  ///< opened when first needed: most projects never do
  std::map<PhotoId, std::set<GarmentId>> known_;
  std::vector<labeling::StoredEmbedding> pending_;
  std::vector<labeling::StoredEmbedding>& unsaved_;
};

}  // namespace

Result<BatchReport> embed_garments(Project& project, const std::string& model_id, PhotoId also, const Watch& watch,
                                   std::vector<labeling::StoredEmbedding>& unsaved) {
  Embedder embedder(project, model_id, unsaved);
  JAEDAN_RETURN_IF_ERROR(embedder.load_known());
  BatchReport first;
  if (also) JAEDAN_RETURN_IF_ERROR(embedder.add(also, first));
  labeling::PhotoFilter approved;
  approved.state = WorkflowState::kApproved;
  JAEDAN_ASSIGN_OR_RETURN(BatchReport report, for_each_photo(project, approved, "reading garments", watch,
                                                             [&](const labeling::PhotoRow& row, BatchReport& counted) {
                                                               return embedder.is_complete(row)
                                                                          ? Status{}
                                                                          : embedder.add(row.photo.id, counted);
                                                             }));
  JAEDAN_RETURN_IF_ERROR(embedder.flush());
  report.done += first.done;
  return report;
}

}  // namespace jaedan::workflow
