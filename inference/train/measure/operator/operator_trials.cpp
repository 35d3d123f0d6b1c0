#include "inference/train/measure/operator/operator_trials.h"

#include <algorithm>

#include "inference/train/data/pieces.h"
#include "inference/train/measure/click_trials.h"

namespace jaedan::inference {
namespace {

bool shows_garment(const TrainingItem* item) {
  const std::vector<Piece> pieces = pieces_in(*item);
  return std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.part >= 0; });
}

}  // namespace

Result<std::vector<PhotoWork>> work_on_photos(const std::vector<TrainingSource>& sources, const Taxonomy& taxonomy,
                                              const OperatorTools& tools, const OperatorOptions& options) {
  ClickTrialOptions chosen;
  chosen.most_photos = options.most_photos;
  chosen.only = options.only;
  const std::vector<const TrainingItem*> items = items_to_try(sources, chosen);
  if (std::none_of(items.begin(), items.end(), shows_garment))
    return Error{ErrorCode::kInvalidArgument, "operator.no_garment", "the data shows no garment to work on"};
  std::vector<PhotoWork> works;
  LabelMemory memory;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (options.cancel != nullptr && *options.cancel)
      return Error{ErrorCode::kCancelled, "operator.stopped", "the simulated person: stopped"};
    if (options.progress) options.progress(static_cast<int>(i), static_cast<int>(items.size()));
    const TrainingItem& item = *items[i];
    Result<PhotoWork> work = work_on_photo(item, taxonomy, tools, options.rules, mix_seed(options.seed, i), memory);
    if (!work.ok()) return work.error().with_context(item.name);
    works.push_back(std::move(*work));
  }
  return works;
}

}  // namespace jaedan::inference
