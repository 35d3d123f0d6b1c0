#include "app/workflow/recommend/embed_garments.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "app/workflow/recommend/vector_maker.h"
#include "inference/colour/colour_histogram.h"
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
  Embedder(Project& project, std::string model_id, Effort effort, std::vector<labeling::StoredEmbedding>& unsaved)
      : project_(project), model_id_(std::move(model_id)), effort_(effort), unsaved_(unsaved) {}

  Status add(PhotoId photo, BatchReport& report) {
    JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, project_.store().annotation(photo));
    JAEDAN_ASSIGN_OR_RETURN(const auto stored, project_.store().embeddings_of(model_id_, {photo}));
    std::set<GarmentId> known;
    for (const labeling::StoredEmbedding& embedding : stored) known.insert(embedding.garment);
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
    if (!unseen.empty() && effort_ == Effort::kLook) JAEDAN_RETURN_IF_ERROR(look_at(photo, unseen, report));
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
    pending_.push_back({photo, garment.id, model_id_, std::move(vector)});
    ++report.done;
  }

  Status look_at(PhotoId id, const std::vector<const Garment*>& garments, BatchReport& report) {
    if (!maker_) {
      JAEDAN_ASSIGN_OR_RETURN(VectorMaker maker, VectorMaker::open(project_, model_id_));
      maker_.emplace(std::move(maker));
    }
    JAEDAN_ASSIGN_OR_RETURN(const Photo photo, project_.store().photo(id));
    JAEDAN_ASSIGN_OR_RETURN(const Image image, labeling::read_image(project_.photo_path(photo)));
    std::vector<Region> regions;
    for (const Garment* garment : garments) regions.push_back(garment->region);
    JAEDAN_ASSIGN_OR_RETURN(std::vector<std::vector<float>> vectors, maker_->make(image.view(), regions));
    for (std::size_t i = 0; i < garments.size(); ++i) {
      keep(id, *garments[i], std::move(vectors[i]), report);
      // The pixels are here anyway.
      std::vector<float> colours = inference::colour_histogram(image.view(), regions[i]);
      if (!colours.empty()) pending_.push_back({id, garments[i]->id, kColourVectors, std::move(colours)});
    }
    return {};
  }

  Project& project_;
  const std::string model_id_;
  const Effort effort_;
  std::optional<VectorMaker> maker_;  ///< opened when first needed
  std::vector<labeling::StoredEmbedding> pending_;
  std::vector<labeling::StoredEmbedding>& unsaved_;
};

}  // namespace

Result<BatchReport> embed_garments(Project& project, const std::string& model_id, const std::vector<PhotoId>& photos,
                                   Effort effort, const Watch& watch, std::vector<labeling::StoredEmbedding>& unsaved) {
  Embedder embedder(project, model_id, effort, unsaved);
  BatchReport report;
  std::int64_t seen = 0;
  for (const PhotoId photo : photos) {
    report.cancelled = watch.cancelled();
    if (report.cancelled) break;
    if (const Status status = embedder.add(photo, report); !status.ok()) {
      JAEDAN_ASSIGN_OR_RETURN(const Photo known, project.store().photo(photo));
      report.failed.push_back({known.name, status.error().message});
    }
    watch.report({"reading garments", ++seen, static_cast<std::int64_t>(photos.size()), {}});
  }
  JAEDAN_RETURN_IF_ERROR(embedder.flush());
  return report;
}

Status embed_photo(Project& project, const std::string& model_id, PhotoId photo,
                   std::vector<labeling::StoredEmbedding>& unsaved) {
  Embedder embedder(project, model_id, Effort::kLook, unsaved);
  BatchReport report;
  JAEDAN_RETURN_IF_ERROR(embedder.add(photo, report));
  return embedder.flush();
}

}  // namespace jaedan::workflow
