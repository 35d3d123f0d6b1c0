#include "app/workflow/predict/prefill_photos.h"

#include <mutex>

#include "app/workflow/models/models.h"
#include "app/workflow/people/acting_user.h"
#include "app/workflow/predict/garment_words.h"
#include "app/workflow/predict/known_labels.h"
#include "app/workflow/predict/predict_many.h"
#include "app/workflow/project/photo_pages.h"
#include "labeling/io/image_decoder.h"

namespace jaedan::workflow {
namespace {

constexpr int kPageSize = 500;

/// The photos of a filter one by one, read from the store in pages.
class PhotoPager {
 public:
  PhotoPager(Project& project, const PrefillOptions& options, std::string model_id)
      : project_(project), options_(options), model_id_(std::move(model_id)) {}

  Result<std::optional<PhotoToPredict>> next() {
    while (true) {
      if (at_ == page_.size()) {
        JAEDAN_ASSIGN_OR_RETURN(page_, project_.store().list(options_.filter, last_, kPageSize));
        at_ = 0;
        if (page_.empty()) return std::optional<PhotoToPredict>();
      }
      const labeling::PhotoRow& row = page_[at_++];
      last_ = row.photo.id;
      JAEDAN_ASSIGN_OR_RETURN(const bool known, already_seen(row));
      if (!known) return std::optional(photo_of(row));
      ++skipped_;
    }
  }
  std::int64_t skipped() const { return skipped_; }

 private:
  PhotoToPredict photo_of(const labeling::PhotoRow& row) {
    PhotoToPredict photo{row.photo.id.value, row.photo.name, project_.photo_path(row.photo)};
    if (row.garment_count == 0) return photo;
    // Of an annotation that cannot be read `verify` tells; the photo itself may be asked about.
    Result<Annotation> annotation = project_.store().annotation(row.photo.id);
    if (annotation.ok()) photo.garments = std::move(annotation->garments);
    return photo;
  }

  Result<bool> already_seen(const labeling::PhotoRow& row) {
    if (!options_.only_new || !row.has_prediction) return false;
    const Result<std::optional<Prediction>> before = project_.store().prediction(row.photo.id);
    // What cannot be read is worth nothing; the model's word on it takes its place.
    if (!before.ok() && before.error().code == ErrorCode::kCorrupt) return false;
    if (!before.ok()) return before.error();
    return before->has_value() && (*before)->model_id == model_id_;
  }

  Project& project_;
  const PrefillOptions& options_;
  const std::string model_id_;
  std::vector<labeling::PhotoRow> page_;
  std::size_t at_ = 0;
  PhotoId last_;
  std::int64_t skipped_ = 0;
};

Result<Image> read_photo(Project& project, PhotoId id) {
  JAEDAN_ASSIGN_OR_RETURN(const Photo photo, project.store().photo(id));
  return labeling::read_image(project.photo_path(photo));
}

/// No model has seen it and nobody has worked on it. What cannot be read is left for people to see.
Result<bool> is_untouched(Project& project, PhotoId id) {
  JAEDAN_ASSIGN_OR_RETURN(const auto prediction, project.store().prediction(id));
  if (prediction) return false;
  JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, project.store().annotation(id));
  return annotation.state == WorkflowState::kNew && annotation.garments.empty();
}

/// What the model says of the photo and its garments, in the project's words.
Result<Prediction> ask(Project& project, PhotoId id, inference::Prefiller& model) {
  JAEDAN_ASSIGN_OR_RETURN(const Image image, read_photo(project, id));
  JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, project.store().annotation(id));
  JAEDAN_ASSIGN_OR_RETURN(Prediction prediction, predict_photo(model, image.view(), annotation.garments));
  keep_known_labels(project.taxonomy(), prediction);
  return prediction;
}

/// The same of its garments alone.
Result<std::vector<GarmentWords>> stored_garments_asked(Project& project, PhotoId id, inference::Prefiller& model) {
  JAEDAN_ASSIGN_OR_RETURN(const Image image, read_photo(project, id));
  JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, project.store().annotation(id));
  Prediction said{model.card().id, {}};
  JAEDAN_ASSIGN_OR_RETURN(said.of_garments, ask_about_garments(model, image.view(), annotation.garments));
  keep_known_labels(project.taxonomy(), said);
  return std::move(said.of_garments);
}

Error other_model(const std::string& model_id) {
  return {ErrorCode::kConflict,
          "predict.other_model",
          "the photo was not pre-filled by '{0}'; pre-fill it anew first",
          {model_id}};
}

Result<std::optional<Prediction>> ask_untouched(Project& project, PhotoId id, inference::Prefiller& model) {
  JAEDAN_ASSIGN_OR_RETURN(Prediction prediction, ask(project, id, model));
  bool is_stored = false;
  // In one transaction, so that nothing that came meanwhile is lost.
  JAEDAN_RETURN_IF_ERROR(project.store().batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(is_stored, is_untouched(project, id));
    return is_stored ? project.store().save_prediction(id, prediction) : Status();
  }));
  return is_stored ? std::optional(std::move(prediction)) : std::nullopt;
}

}  // namespace

Result<BatchReport> prefill_photos(Project& project, const PrefillOptions& options, const Actor& manager,
                                   const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(check_may(project, manager, Deed::kManage));
  JAEDAN_RETURN_IF_ERROR(project.store().may_write());
  JAEDAN_ASSIGN_OR_RETURN(const UsableModel model, find_model(&project, options.model));
  JAEDAN_ASSIGN_OR_RETURN(const std::int64_t total, project.store().count(options.filter));
  // The store belongs to one thread at a time: reading the list and writing results take turns.
  std::mutex store_mutex;
  PhotoPager pager(project, options, model.card.id);
  const PhotoSource next = [&] {
    const std::lock_guard<std::mutex> lock(store_mutex);
    return pager.next();
  };
  const PredictionSink sink = [&](const PhotoToPredict& photo, const Image&, Prediction prediction) {
    keep_known_labels(project.taxonomy(), prediction);
    const std::lock_guard<std::mutex> lock(store_mutex);
    return project.store().save_prediction(PhotoId{photo.key}, prediction);
  };
  const ModelOpener open = [&] { return open_model(model, {1, options.tta}); };
  JAEDAN_ASSIGN_OR_RETURN(BatchReport report,
                          predict_many(open, next, total, sink, worker_count(options.threads), watch));
  report.skipped = pager.skipped();
  for (Message& told : unknown_to(project.taxonomy(), model.card)) {
    report.warnings.push_back({model.card.id, std::move(told)});
  }
  return report;
}

Result<Prediction> prefill_photo(Project& project, PhotoId id, SharedModel& shared) {
  JAEDAN_RETURN_IF_ERROR(project.store().may_write());
  JAEDAN_ASSIGN_OR_RETURN(const auto model, shared.of(project, 0));
  JAEDAN_ASSIGN_OR_RETURN(Prediction prediction, ask(project, id, *model));
  JAEDAN_RETURN_IF_ERROR(project.store().save_prediction(id, prediction));
  return prediction;
}

Result<Prediction> label_garments(Project& project, PhotoId id, SharedModel& shared) {
  JAEDAN_RETURN_IF_ERROR(project.store().may_write());
  JAEDAN_ASSIGN_OR_RETURN(const auto before, project.store().prediction(id));
  if (!before) return prefill_photo(project, id, shared);
  JAEDAN_ASSIGN_OR_RETURN(const auto model, shared.of(project, 0));
  const std::string& model_id = model->card().id;
  if (before->model_id != model_id) return other_model(model_id);
  JAEDAN_ASSIGN_OR_RETURN(std::vector<GarmentWords> words, stored_garments_asked(project, id, *model));
  std::optional<Prediction> now;
  // In one transaction, so that nothing that came meanwhile is lost.
  JAEDAN_RETURN_IF_ERROR(project.store().batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(now, project.store().prediction(id));
    if (!now || now->model_id != model_id) return other_model(model_id);
    now->of_garments = std::move(words);
    return project.store().save_prediction(id, *now);
  }));
  return *std::move(now);
}

AheadAnswer prefill_ahead(Project& project, PhotoId id, SharedModel& shared) {
  const Result<bool> before = is_untouched(project, id);
  if (!before.ok()) return {{}, before.error()};
  if (!*before) return {};
  const auto model = shared.of(project, 1);
  if (!model.ok()) return {model.error()};
  return {{}, ask_untouched(project, id, **model)};
}

}  // namespace jaedan::workflow
