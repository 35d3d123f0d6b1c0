#include "app/workflow/project/photo_beside.h"

#include <algorithm>

#include "app/workflow/project/photo_files.h"

namespace jaedan::workflow {

namespace fs = std::filesystem;

void PhotoBeside::list(const fs::path& folder) {
  if (folder_ == folder) return;
  folder_ = folder;
  names_by_stem_.clear();
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code unreadable;
    if (!looks_like_photo(it->path()) || !it->is_regular_file(unreadable)) continue;
    names_by_stem_[it->path().stem().string()].push_back(it->path().filename().string());
  }
  for (auto& [stem, names] : names_by_stem_) std::sort(names.begin(), names.end());
}

std::optional<fs::path> PhotoBeside::find(const fs::path& label_file, const std::string& named) {
  list(label_file.parent_path());
  const std::string last = fs::path(named).filename().string();
  const auto same_stem = names_by_stem_.find(label_file.stem().string());
  if (same_stem != names_by_stem_.end()) {
    const std::vector<std::string>& names = same_stem->second;
    const bool has_named = std::find(names.begin(), names.end(), last) != names.end();
    return *folder_ / (has_named ? last : names.front());
  }
  const auto named_stem = names_by_stem_.find(fs::path(last).stem().string());
  if (named_stem == names_by_stem_.end()) return std::nullopt;
  const std::vector<std::string>& names = named_stem->second;
  const bool has_named = std::find(names.begin(), names.end(), last) != names.end();
  return has_named ? std::optional<fs::path>(*folder_ / last) : std::nullopt;
}

}  // namespace jaedan::workflow
