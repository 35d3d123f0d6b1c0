#include "inference/train/run/result_card.h"

#include <algorithm>
#include <ctime>

#include "inference/train/measure/evaluate.h"
#include "labeling/base/plural.h"

namespace jaedan::inference {
namespace {

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  char text[16];
  std::strftime(text, sizeof text, "%Y-%m-%d", &utc);
  return text;
}

int photos_of(const TrainingSource& source, Split split) {
  return static_cast<int>(std::count_if(source.items.begin(), source.items.end(),
                                        [split](const TrainingItem& item) { return item.split == split; }));
}

int photos_of(const std::vector<TrainingSource>& sources, Split split) {
  int photos = 0;
  for (const TrainingSource& source : sources) photos += photos_of(source, split);
  return photos;
}

std::string describe(const std::vector<TrainingSource>& sources) {
  std::string text;
  for (const TrainingSource& source : sources) {
    text += (text.empty() ? "" : "; ") + source.name + ": " + counted(photos_of(source, Split::kTrain), "photo") +
            " to learn from, " + std::to_string(photos_of(source, Split::kVal)) + " to choose by";
  }
  return text;
}

}  // namespace

PartMetrics part_metrics_of(const SegmentationScore& score) {
  PartMetrics metrics;
  for (std::size_t i = 0; i < kPartCount; ++i) {
    const PartScore& part = score.parts[i];
    auto& of_part = metrics[std::string(id_of(kAllParts[i]))];
    of_part = {{"false_rate", part.false_rate}, {"photos", double(part.photos)}};
    // What no photo shows has no figure, rather than a bad one.
    if (part.seen) of_part["iou"] = part.iou;
    if (part.photos > 0) of_part.insert({{"per_photo", part.per_photo}, {"kept", part.kept}, {"found", part.found}});
  }
  return metrics;
}

ModelCard card_of(const TrainingOptions& options, const SeenSizes& seen, const TrainingReport& report,
                  const std::vector<TrainingSource>& sources) {
  ModelCard card;
  card.id = options.model_id;
  card.description = options.description;
  card.role = role_of(architecture_of(options.recipe));
  card.architecture = id_of(architecture_of(options.recipe));
  card.input_width = seen.photo.width, card.input_height = seen.photo.height;
  card.figure_width = seen.figure.width, card.figure_height = seen.figure.height;
  if (card.role != ModelRole::kVectors) card.classes = {kPixelClassNames.begin(), kPixelClassNames.end()};
  card.heads = heads_of(options.recipe);
  if (report.score.garments > 0) {
    card.metrics = {{"miou", report.score.miou},
                    {"per_garment", report.score.per_garment},
                    {"kept", report.score.kept},
                    {"found", report.score.found},
                    {"photos", double(photos_of(sources, Split::kVal))}};
    card.measured_on = words_of_data(options.folders, Split::kVal);
    card.metrics.insert(report.head_accuracy.begin(), report.head_accuracy.end());
    card.part_metrics = part_metrics_of(report.score);
  }
  if (report.precision_at_10) {
    card.metrics = {{"precision_at_10", *report.precision_at_10}};
    card.measured_on = words_of_data(options.folders, Split::kVal);
  }
  card.training = {report.seconds, std::string(id_of(options.recipe.device)), options.recipe.threads,
                   photos_of(sources, Split::kTrain)};
  card.data = describe(sources);
  card.terms = options.data_terms;
  card.created = today();
  card.recipe = serialize_recipe(options.recipe);
  return card;
}

}  // namespace jaedan::inference
