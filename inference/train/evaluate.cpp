#include "inference/train/evaluate.h"

#include <chrono>
#include <limits>

#include "inference/train/data_folders.h"
#include "labeling/domain/attribute.h"

namespace jaedan::inference {
namespace {

double iou_of(const Mask& predicted, const Mask& truth, std::uint8_t value) {
  double both = 0, either = 0;
  for (std::size_t i = 0; i < truth.pixels.size(); ++i) {
    if (truth.pixels[i] == kIgnoredPixel) continue;
    const bool p = predicted.pixels[i] == value, t = truth.pixels[i] == value;
    both += p && t;
    either += p || t;
  }
  return either > 0 ? both / either : 0;
}

void add_garment(const Proposal& garment, const Mask& predicted, const TrainingItem& item, EvaluationReport& report) {
  constexpr double kFound = 0.5, kKept = 0.85;
  const double iou = iou_of(predicted, item.labels, mask_value(garment.part));
  report.scores.push_back(static_cast<float>(garment.score));
  report.kept.push_back(iou >= kKept);
  const int truth = item.category[mask_value(garment.part) - 1U];
  const AttributeValue* said = find_value(garment.attributes, attribute::kCategory);
  if (iou >= kFound && truth >= 0 && said != nullptr) report.category.add(truth, category_index(said->value));
}

}  // namespace

Mask paint(const Reading& reading, int width, int height) {
  Mask mask = Mask::of_size(width, height);
  for (const Proposal& garment : reading.garments) fill(mask, garment.region, mask_value(garment.part));
  return mask;
}

Result<EvaluationReport> evaluate(Prefiller& model, const EvaluationOptions& options) {
  FolderOptions folder_options;
  folder_options.area_px = std::numeric_limits<double>::max();
  folder_options.only = options.split;
  folder_options.cancel = options.cancel;
  JAEDAN_ASSIGN_OR_RETURN(const auto sources, read_sources(options.folders, folder_options));
  int total = 0;
  for (const TrainingSource& source : sources) total += static_cast<int>(source.items.size());
  if (total == 0) return Error{ErrorCode::kInvalidArgument, "the data holds no photo of the split to evaluate"};

  EvaluationReport report;
  SegmentationMeter meter;
  double seconds = 0;
  for (const TrainingSource& source : sources) {
    for (const TrainingItem& item : source.items) {
      if (options.cancel != nullptr && *options.cancel) return Error{ErrorCode::kCancelled, "evaluation: stopped"};
      const auto start = std::chrono::steady_clock::now();
      Result<Prediction> prediction = model.prefill(item.photo.view());
      if (!prediction) return prediction.error().with_context(item.name);
      seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
      const Reading& reading = prediction->readings.front();
      const Mask predicted = paint(reading, item.labels.width, item.labels.height);
      meter.add(predicted, item.labels);
      for (const Proposal& garment : reading.garments) add_garment(garment, predicted, item, report);
      ++report.photos;
      if (options.progress) options.progress(report.photos, total);
    }
  }
  report.segmentation = meter.score();
  report.seconds_per_photo = seconds / report.photos;
  return report;
}

}  // namespace jaedan::inference
