#include "app/workflow/recommend/embed_garments.h"

#include <algorithm>
#include <set>
#include <utility>

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

}  // namespace

Status GarmentEmbedder::add(Project& project, PhotoId photo, BatchReport& report) {
  JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, project.store().annotation(photo));
  JAEDAN_ASSIGN_OR_RETURN(const auto stored, project.store().embeddings_of(model_id_, {photo}));
  std::set<GarmentId> known;
  for (const labeling::StoredEmbedding& embedding : stored) known.insert(embedding.garment);
  std::vector<const Garment*> missing;
  for (const Garment& garment : annotation.garments) {
    if (known.count(garment.id) == 0 && !garment.region.empty()) missing.push_back(&garment);
  }
  if (missing.empty()) return {};
  JAEDAN_ASSIGN_OR_RETURN(std::optional<Prediction> prediction, project.store().prediction(photo));
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
  if (!unseen.empty() && effort_ == Effort::kLook) JAEDAN_RETURN_IF_ERROR(look_at(project, photo, unseen, report));
  return pending_.size() >= kEmbeddingsPerTransaction ? flush(project) : Status{};
}

Status GarmentEmbedder::flush(Project& project) {
  if (pending_.empty()) return {};
  if (const Status saved = project.store().save_embeddings(pending_); !saved.ok()) {
    if (saved.error().message.without_context().key != "store.database_read_only") return saved;
    unsaved_.insert(unsaved_.end(), pending_.begin(), pending_.end());
  }
  pending_.clear();
  return {};
}

void GarmentEmbedder::keep(PhotoId photo, const Garment& garment, std::vector<float> vector, BatchReport& report) {
  pending_.push_back({photo, garment.id, model_id_, std::move(vector)});
  ++report.done;
}

Status GarmentEmbedder::look_at(Project& project, PhotoId id, const std::vector<const Garment*>& garments,
                                BatchReport& report) {
  if (!maker_) {
    Result<VectorMaker> maker = VectorMaker::open(project, model_id_, threads_);
    model_failed_ = !maker.ok();
    if (model_failed_) return maker.error();
    maker_.emplace(std::move(maker).value());
  }
  JAEDAN_ASSIGN_OR_RETURN(const Photo photo, project.store().photo(id));
  JAEDAN_ASSIGN_OR_RETURN(const Image image, labeling::read_image(project.photo_path(photo)));
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

Result<BatchReport> embed_garments(Project& project, const std::string& model_id, const std::vector<PhotoId>& photos,
                                   Effort effort, const Watch& watch, std::vector<labeling::StoredEmbedding>& unsaved) {
  GarmentEmbedder embedder(model_id, effort);
  BatchReport report;
  std::int64_t seen = 0;
  for (const PhotoId photo : photos) {
    report.cancelled = watch.cancelled();
    if (report.cancelled) break;
    if (const Status status = embedder.add(project, photo, report); !status.ok()) {
      JAEDAN_ASSIGN_OR_RETURN(const Photo known, project.store().photo(photo));
      report.failed.push_back({known.name, status.error().message});
    }
    watch.report({"reading garments", ++seen, static_cast<std::int64_t>(photos.size()), {}});
  }
  JAEDAN_RETURN_IF_ERROR(embedder.flush(project));
  unsaved = embedder.take_unsaved();
  return report;
}

Status embed_photo(Project& project, const std::string& model_id, PhotoId photo,
                   std::vector<labeling::StoredEmbedding>& unsaved) {
  GarmentEmbedder embedder(model_id, Effort::kLook);
  BatchReport report;
  JAEDAN_RETURN_IF_ERROR(embedder.add(project, photo, report));
  JAEDAN_RETURN_IF_ERROR(embedder.flush(project));
  unsaved = embedder.take_unsaved();
  return {};
}

}  // namespace jaedan::workflow
