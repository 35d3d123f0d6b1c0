#include "app/workflow/tag_photos.h"

#include <filesystem>

#include "app/workflow/label_writer.h"
#include "app/workflow/models.h"
#include "app/workflow/output_guard.h"
#include "app/workflow/photo_files.h"
#include "app/workflow/predict_many.h"
#include "labeling/edit/accept_proposals.h"

namespace jaedan::workflow {
namespace {

/// What the first reading says, as the annotation a person would start from.
Result<Annotation> annotation_of(const Prediction& prediction) {
  Annotation annotation;
  if (prediction.readings.empty()) return annotation;
  JAEDAN_RETURN_IF_ERROR(AcceptProposals(prediction.readings.front().garments, prediction.model_id).apply(annotation));
  return annotation;
}

/// A photo, numbered in the order of the paths, and the name of its files.
struct PhotoToTag {
  Photo photo;
  std::string file_name;
};

/// The photos to write, named in the order of their paths; those whose label files must stay are listed in `report`.
std::vector<PhotoToTag> photos_to_tag(const std::vector<std::filesystem::path>& files, labeling::FileNames names,
                                      const OutputGuard& guard, BatchReport& report) {
  std::vector<PhotoToTag> photos;
  for (std::size_t i = 0; i < files.size(); ++i) {
    PhotoToTag named;
    named.photo.id = PhotoId{static_cast<std::int64_t>(i + 1)};
    named.photo.name = files[i].stem().string();
    named.photo.path = files[i].string();
    named.file_name = names.name_for(named.photo);
    if (const Status allowed = guard.allow(named.file_name); allowed.ok()) {
      photos.push_back(std::move(named));
    } else {
      report.failed.push_back({named.photo.path, allowed.error().message});
    }
  }
  return photos;
}

}  // namespace

Result<BatchReport> tag_photos(const std::string& input, const std::string& out, const TagOptions& options,
                               const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const auto taxonomy, load_project_taxonomy());
  labeling::ExportOptions export_options;
  export_options.largest_ring_only = options.largest_ring_only;
  JAEDAN_ASSIGN_OR_RETURN(const auto writer, LabelWriter::create(out, options.formats, *taxonomy, export_options));
  JAEDAN_ASSIGN_OR_RETURN(const auto files, photos_below(input, out));
  OutputGuard guard(out, options.formats);
  for (const std::filesystem::path& file : files) guard.protect_photo(file);
  JAEDAN_RETURN_IF_ERROR(guard.check());
  JAEDAN_ASSIGN_OR_RETURN(const UsableModel model, find_model(nullptr, options.model));
  JAEDAN_RETURN_IF_ERROR(make_output_folder(out));
  BatchReport kept;
  const std::vector<PhotoToTag> photos = photos_to_tag(files, writer->file_names(), guard, kept);

  std::size_t at = 0;
  const PhotoSource next = [&]() -> Result<std::optional<PhotoToPredict>> {
    if (at == photos.size()) return std::optional<PhotoToPredict>();
    const std::size_t i = at++;
    return std::optional(PhotoToPredict{static_cast<std::int64_t>(i), photos[i].photo.name, photos[i].photo.path});
  };
  const PredictionSink sink = [&](const PhotoToPredict& photo, const Image& image,
                                  const Prediction& prediction) -> Status {
    labeling::ExportItem item;
    const PhotoToTag& named = photos[static_cast<std::size_t>(photo.key)];
    item.photo = named.photo;
    item.photo.width = image.width;
    item.photo.height = image.height;
    item.file_name = named.file_name;
    JAEDAN_ASSIGN_OR_RETURN(item.annotation, annotation_of(prediction));
    item.load_image = [&image]() -> Result<Image> { return image; };
    return writer->write(photo.key, item);
  };
  const auto on_failure = [&](const PhotoToPredict& photo) { writer->leave_out(photo.key); };
  const ModelOpener open = [&] { return open_model(model, 1, options.tta); };
  JAEDAN_ASSIGN_OR_RETURN(BatchReport report, predict_many(open, next, static_cast<std::int64_t>(photos.size()), sink,
                                                           worker_count(options.threads), watch, on_failure));
  report.failed.insert(report.failed.begin(), kept.failed.begin(), kept.failed.end());
  for (FailedItem& table : writer->finish()) report.failed.push_back(std::move(table));
  for (FailedItem& warning : writer->warnings()) report.warnings.push_back(std::move(warning));
  return report;
}

}  // namespace jaedan::workflow
