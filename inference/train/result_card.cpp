#include "inference/train/result_card.h"

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

}  // namespace

ModelCard card_of(const TrainingOptions& options, const TrainingPhase& phase, const TrainingReport& report,
                  const std::vector<TrainingSource>& sources) {
  ModelCard card;
  card.id = options.model_id;
  card.description = options.description;
  card.architecture = options.recipe.architecture;
  card.input_width = phase.width;
  card.input_height = phase.height;
  for (const std::string_view name : kPixelClassNames) card.classes.emplace_back(name);
  for (const CategoryClass& category : kCategoryClasses) card.categories.emplace_back(category.id);
  card.metrics = {{"miou", report.score.miou},
                  {"per_garment", report.score.per_garment},
                  {"kept", report.score.kept},
                  {"found", report.score.found},
                  {"category_accuracy", report.category_accuracy}};
  card.data = describe(sources);
  card.terms = options.data_terms;
  card.created = today();
  card.recipe = serialize_recipe(options.recipe);
  return card;
}

}  // namespace jaedan::inference
