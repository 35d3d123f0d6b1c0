#include "inference/models/registry.h"

#include <algorithm>
#include <filesystem>

namespace jaedan::inference {

namespace fs = std::filesystem;

ModelList list_models(const std::vector<std::string>& roots) {
  ModelList list;
  for (const std::string& root : roots) {
    std::vector<std::string> folders;
    std::error_code failed;
    for (fs::directory_iterator it(root, failed), end; !failed && it != end; it.increment(failed)) {
      if (fs::exists(it->path() / kModelCardFile)) folders.push_back(it->path().string());
    }
    const std::size_t first = list.models.size();
    for (const std::string& folder : folders) {
      Result<ModelCard> card = read_model_card(folder);
      if (!card) {
        list.unreadable.push_back(card.error());
        continue;
      }
      const auto same_id = [&](const InstalledModel& model) { return model.card.id == card->id; };
      if (std::none_of(list.models.begin(), list.models.end(), same_id))
        list.models.push_back({std::move(*card), folder});
    }
    std::sort(list.models.begin() + static_cast<std::ptrdiff_t>(first), list.models.end(),
              [](const InstalledModel& a, const InstalledModel& b) { return a.card.id < b.card.id; });
  }
  return list;
}

}  // namespace jaedan::inference
