#include "app/workflow/tag_photos.h"

#include "app/workflow/label_writer.h"
#include "app/workflow/models.h"
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

}  // namespace

Result<BatchReport> tag_photos(const std::string& input, const std::string& out, const TagOptions& options,
                               const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const auto taxonomy, load_project_taxonomy());
  labeling::ExportOptions export_options;
  export_options.largest_ring_only = options.largest_ring_only;
  JAEDAN_ASSIGN_OR_RETURN(const auto writer, LabelWriter::create(out, options.formats, *taxonomy, export_options));
  JAEDAN_ASSIGN_OR_RETURN(const UsableModel model, find_model(nullptr, options.model));
  JAEDAN_ASSIGN_OR_RETURN(const auto files, files_below(input, looks_like_photo));

  std::size_t at = 0;
  const PhotoSource next = [&]() -> Result<std::optional<PhotoToPredict>> {
    if (at == files.size()) return std::optional<PhotoToPredict>();
    const std::size_t i = at++;
    return std::optional(PhotoToPredict{static_cast<std::int64_t>(i + 1), files[i].stem().string(), files[i].string()});
  };
  const PredictionSink sink = [&](const PhotoToPredict& photo, const Image& image,
                                  const Prediction& prediction) -> Status {
    labeling::ExportItem item;
    item.photo = Photo{PhotoId{photo.key}, photo.name, photo.path, image.width, image.height};
    JAEDAN_ASSIGN_OR_RETURN(item.annotation, annotation_of(prediction));
    item.load_image = [&image]() -> Result<Image> { return image; };
    return writer->write(item);
  };
  const ModelOpener open = [&] { return open_model(model, 1, options.tta); };
  JAEDAN_ASSIGN_OR_RETURN(BatchReport report, predict_many(open, next, static_cast<std::int64_t>(files.size()), sink,
                                                           worker_count(options.threads), watch));
  JAEDAN_RETURN_IF_ERROR(writer->finish());
  for (FailedItem& warning : writer->warnings()) report.warnings.push_back(std::move(warning));
  return report;
}

}  // namespace jaedan::workflow
