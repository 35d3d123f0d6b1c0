#include "app/workflow/predict/tag_photos.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <mutex>
#include <utility>

#include "app/workflow/models/models.h"
#include "app/workflow/output/output_guard.h"
#include "app/workflow/predict/known_labels.h"
#include "app/workflow/predict/label_writer.h"
#include "app/workflow/project/photo_files.h"
#include "labeling/base/utf8.h"
#include "labeling/edit/proposals/accept_proposals.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kAlternativeFormats = {"masks"};

void append(AttributeValues& labels, const AttributeValues& more) {
  labels.insert(labels.end(), more.begin(), more.end());
}

/// Guesses become labels, as if the model were sure of them.
void add_guesses(Prediction& prediction) {
  for (Reading& reading : prediction.readings) {
    for (Proposal& garment : reading.garments) append(garment.attributes, garment.guesses);
  }
  append(prediction.image_attributes, prediction.image_guesses);
}

/// What one reading says, as the annotation a person would start from; of the last one where there are not so many.
Result<Annotation> annotation_of(const Prediction& prediction, std::size_t reading) {
  Annotation annotation;
  if (prediction.readings.empty()) return annotation;
  const Reading& said = prediction.readings[std::min(reading, prediction.readings.size() - 1)];
  const AcceptProposals accept(said.garments, prediction.model_id, prediction.image_attributes);
  JAEDAN_RETURN_IF_ERROR(accept.apply(annotation));
  return annotation;
}

fs::path real_folder(const std::string& folder) {
  std::error_code failed;
  const fs::path absolute = (fs::absolute(folder, failed) / "").lexically_normal();
  const fs::path real = fs::weakly_canonical(absolute, failed);
  return (failed ? absolute : real) / "";
}

/// The photos below `input` that lie in neither of the folders that are written into.
Result<std::vector<fs::path>> photos_to_label(const std::string& input, const std::string& out,
                                              const std::string& alternatives, LeftOut& left_out) {
  JAEDAN_ASSIGN_OR_RETURN(std::vector<fs::path> files, photos_below(input, out, &left_out));
  if (alternatives.empty()) return files;
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<fs::path> others, photos_below(input, alternatives));
  std::vector<fs::path> both;
  std::set_intersection(files.begin(), files.end(), others.begin(), others.end(), std::back_inserter(both));
  return both;
}

/// A photo, numbered in the order of the paths, and its names.
struct PhotoToTag {
  Photo photo;
  labeling::PhotoNames names;
};

/// The photos to write, named in the order of their paths; those whose label files must stay are listed in `kept`.
std::vector<PhotoToTag> photos_to_tag(const std::vector<fs::path>& files, labeling::ExportNames names,
                                      const OutputGuard& guard, std::vector<FailedItem>& kept) {
  const auto photo_at = [&files](std::size_t i) {
    Photo photo;
    photo.id = PhotoId{static_cast<std::int64_t>(i + 1)};
    photo.name = utf8_composed(files[i].stem().string());
    photo.path = files[i].string();
    return photo;
  };
  for (std::size_t i = 0; i < files.size(); ++i) names.look_at(photo_at(i), files[i].string());
  std::vector<PhotoToTag> photos;
  for (std::size_t i = 0; i < files.size(); ++i) {
    PhotoToTag named;
    named.photo = photo_at(i);
    named.names = names.names_of(named.photo, named.photo.path);
    if (const Status allowed = guard.allow(named.names.file); allowed.ok()) {
      photos.push_back(std::move(named));
    } else {
      kept.push_back({named.photo.path, allowed.error().message});
    }
  }
  return photos;
}

/// One run of `tag`: prepared, which writes nothing, then run.
class Tagging {
 public:
  static Result<std::unique_ptr<Tagging>> prepare(const std::string& input, const std::string& out,
                                                  const TagOptions& options) {
    auto tagging = std::make_unique<Tagging>();
    tagging->out_ = out;
    tagging->options_ = options;
    JAEDAN_RETURN_IF_ERROR(tagging->prepare_writers());
    JAEDAN_RETURN_IF_ERROR(tagging->prepare_photos(input));
    return tagging;
  }

  Result<BatchReport> run(const ModelOpener& open_one, const Watch& watch) {
    JAEDAN_RETURN_IF_ERROR(make_output_folder(out_));
    if (alternatives_) JAEDAN_RETURN_IF_ERROR(make_output_folder(options_.alternatives));
    const PhotoSource next = [this] { return take(); };
    const PredictionSink sink = [this](const PhotoToPredict& photo, const Image& image, Prediction prediction) {
      keep_known_labels(*taxonomy_, prediction);
      if (!options_.sure_only) add_guesses(prediction);
      return write(photo.key, image, prediction);
    };
    const ModelOpener open = [&]() -> Result<std::unique_ptr<inference::Prefiller>> {
      Result<std::unique_ptr<inference::Prefiller>> model = open_one();
      if (model.ok()) tell_unknown((*model)->card());
      return model;
    };
    const auto on_failure = [this](const PhotoToPredict& photo) {
      for (LabelWriter* writer : writers()) writer->leave_out(photo.key);
    };
    JAEDAN_ASSIGN_OR_RETURN(BatchReport report, predict_many(open, next, static_cast<std::int64_t>(photos_.size()),
                                                             sink, worker_count(options_.threads), watch, on_failure));
    report.failed.insert(report.failed.begin(), kept_.begin(), kept_.end());
    report.warnings.insert(report.warnings.begin(), told_.begin(), told_.end());
    for (LabelWriter* writer : writers()) {
      for (FailedItem& table : writer->finish()) report.failed.push_back(std::move(table));
      for (FailedItem& warning : writer->warnings()) {
        // What a model says of gender and season stands in tables; nobody needs to hear of each that label files do
        // not.
        if (warning.reason.key != "kfashion.word_left_out") report.warnings.push_back(std::move(warning));
      }
    }
    return report;
  }

 private:
  /// Workers open the same model each; it is told once.
  void tell_unknown(const inference::ModelCard& card) {
    const std::lock_guard<std::mutex> lock(told_mutex_);
    if (std::exchange(told_of_model_, true)) return;
    for (Message& told : unknown_to(*taxonomy_, card)) told_.push_back({card.id, std::move(told)});
  }

  Status prepare_writers() {
    JAEDAN_ASSIGN_OR_RETURN(taxonomy_, load_project_taxonomy());
    labeling::ExportOptions export_options;
    export_options.largest_ring_only = options_.largest_ring_only;
    JAEDAN_ASSIGN_OR_RETURN(writer_, LabelWriter::create(out_, options_.formats, *taxonomy_, export_options));
    if (options_.alternatives.empty()) return {};
    if (real_folder(options_.alternatives) == real_folder(out_)) {
      return Error{ErrorCode::kInvalidArgument,
                   "tag.same_folder",
                   "{0}: is the folder of the first readings too; alternatives need one of their own",
                   {options_.alternatives}};
    }
    JAEDAN_ASSIGN_OR_RETURN(
        alternatives_, LabelWriter::create(options_.alternatives, kAlternativeFormats, *taxonomy_, export_options));
    return {};
  }

  Status prepare_photos(const std::string& input) {
    LeftOut left_out;
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<fs::path> files,
                            photos_to_label(input, out_, options_.alternatives, left_out));
    for (Message& told : left_out_sentences(left_out)) told_.push_back({input, std::move(told)});
    if (files.empty()) {
      std::vector<Message> why = {{"tag.no_photos", "{0}: no photo to label", {input}}};
      for (const FailedItem& told : told_) why.push_back(told.reason);
      return Error{ErrorCode::kNotFound, joined(why)};
    }
    OutputGuard guard(out_, options_.formats);
    OutputGuard alternatives_guard(options_.alternatives, kAlternativeFormats);
    for (const fs::path& file : files) {
      guard.protect_photo(file);
      alternatives_guard.protect_photo(file);
    }
    JAEDAN_RETURN_IF_ERROR(guard.check());
    if (alternatives_) JAEDAN_RETURN_IF_ERROR(alternatives_guard.check());
    photos_ = photos_to_tag(files, writer_->names(), guard, kept_);
    return {};
  }

  Result<std::optional<PhotoToPredict>> take() {
    if (at_ == photos_.size()) return std::optional<PhotoToPredict>();
    const Photo& photo = photos_[at_].photo;
    return std::optional(PhotoToPredict{static_cast<std::int64_t>(at_++), photo.name, photo.path});
  }

  Status write(std::int64_t place, const Image& image, const Prediction& prediction) {
    labeling::ExportItem item;
    const PhotoToTag& named = photos_[static_cast<std::size_t>(place)];
    item.photo = named.photo;
    item.photo.width = image.width;
    item.photo.height = image.height;
    item.names = named.names;
    item.load_image = [&image]() -> Result<Image> { return image; };
    // The alternative first: a photo that fails must have no row in a table.
    if (alternatives_) {
      JAEDAN_ASSIGN_OR_RETURN(item.annotation, annotation_of(prediction, 1));
      JAEDAN_RETURN_IF_ERROR(alternatives_->write(place, item));
    }
    JAEDAN_ASSIGN_OR_RETURN(item.annotation, annotation_of(prediction, 0));
    return writer_->write(place, item);
  }

  std::vector<LabelWriter*> writers() const {
    if (!alternatives_) return {writer_.get()};
    return {writer_.get(), alternatives_.get()};
  }

  std::string out_;
  TagOptions options_;
  std::shared_ptr<const Taxonomy> taxonomy_;
  std::unique_ptr<LabelWriter> writer_;
  std::unique_ptr<LabelWriter> alternatives_;  ///< null when not asked for
  std::vector<PhotoToTag> photos_;
  std::mutex told_mutex_;
  bool told_of_model_ = false;
  std::vector<FailedItem> told_;  ///< what the scan left out, what of the model has no words
  std::vector<FailedItem> kept_;  ///< photos whose label files stay as they are
  std::size_t at_ = 0;
};

}  // namespace

Result<BatchReport> tag_photos_with(const ModelOpener& open_model, const std::string& input, const std::string& out,
                                    const TagOptions& options, const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const auto tagging, Tagging::prepare(input, out, options));
  return tagging->run(open_model, watch);
}

Result<BatchReport> tag_photos(const std::string& input, const std::string& out, const TagOptions& options,
                               const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const auto tagging, Tagging::prepare(input, out, options));
  JAEDAN_ASSIGN_OR_RETURN(const UsableModel model, find_model(nullptr, options.model));
  const ModelUse use = {1, options.tta, options.alternatives.empty() ? 1 : 2};
  return tagging->run([&] { return open_model(model, use); }, watch);
}

}  // namespace jaedan::workflow
