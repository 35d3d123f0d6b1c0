#include "inference/train/run/result_card.h"

#include <algorithm>
#include <ctime>

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

std::string describe(const std::vector<TrainingSource>& sources) {
  std::string text;
  for (const TrainingSource& source : sources) {
    const auto of = [&](Split split) {
      return std::to_string(std::count_if(source.items.begin(), source.items.end(),
                                          [split](const TrainingItem& item) { return item.split == split; }));
    };
    text += (text.empty() ? "" : "; ") + source.name + ": " + of(Split::kTrain) + " photos to learn from, " +
            of(Split::kVal) + " to choose by";
  }
  return text;
}

int photos_to_learn_from(const std::vector<TrainingSource>& sources) {
  std::ptrdiff_t photos = 0;
  for (const TrainingSource& source : sources) {
    photos += std::count_if(source.items.begin(), source.items.end(),
                            [](const TrainingItem& item) { return item.split == Split::kTrain; });
  }
  return static_cast<int>(photos);
}

}  // namespace

PartMetrics part_metrics_of(const SegmentationScore& score) {
  PartMetrics metrics;
  for (std::size_t i = 0; i < kPartCount; ++i) {
    const PartScore& part = score.parts[i];
    metrics[std::string(id_of(kAllParts[i]))] = {
        {"iou", part.iou},     {"per_photo", part.per_photo},   {"kept", part.kept},
        {"found", part.found}, {"false_rate", part.false_rate}, {"photos", double(part.photos)}};
  }
  return metrics;
}

ModelCard card_of(const TrainingOptions& options, InputSize seen_size, const TrainingReport& report,
                  const std::vector<TrainingSource>& sources) {
  ModelCard card;
  card.id = options.model_id;
  card.description = options.description;
  card.role = role_of(architecture_of(options.recipe));
  card.architecture = id_of(architecture_of(options.recipe));
  card.input_width = seen_size.width;
  card.input_height = seen_size.height;
  for (const std::string_view name : kPixelClassNames) card.classes.emplace_back(name);
  card.heads = heads_of(options.recipe);
  if (report.score.garments > 0) {
    card.metrics = {{"miou", report.score.miou},
                    {"per_garment", report.score.per_garment},
                    {"kept", report.score.kept},
                    {"found", report.score.found}};
    card.metrics.insert(report.head_accuracy.begin(), report.head_accuracy.end());
    card.part_metrics = part_metrics_of(report.score);
  }
  card.training = {report.seconds, std::string(id_of(options.recipe.device)), options.recipe.threads,
                   photos_to_learn_from(sources)};
  card.data = describe(sources);
  card.terms = options.data_terms;
  card.created = today();
  card.recipe = serialize_recipe(options.recipe);
  return card;
}

}  // namespace jaedan::inference
