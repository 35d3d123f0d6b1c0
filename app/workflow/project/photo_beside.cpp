#include "app/workflow/project/photo_beside.h"

#include <algorithm>

#include "app/workflow/project/photo_files.h"
#include "labeling/base/utf8.h"

namespace jaedan::workflow {

namespace fs = std::filesystem;

namespace {

/// A name to be compared: a Korean one from a Mac has its letters apart (utf8_nfc). Other bytes stay as they are.
std::string comparable(const std::string& name) {
  const Result<std::string> together = utf8_nfc(name);
  return together.ok() ? *together : name;
}

/// Of files with one stem, the one called `named`, compared; null when there is none.
const std::string* find_named(const std::vector<std::string>& names, const std::string& named) {
  const auto found =
      std::find_if(names.begin(), names.end(), [&](const std::string& name) { return comparable(name) == named; });
  return found == names.end() ? nullptr : &*found;
}

}  // namespace

void PhotoBeside::list(const fs::path& folder) {
  if (folder_ == folder) return;
  folder_ = folder;
  names_by_stem_.clear();
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code unreadable;
    if (!looks_like_photo(it->path()) || !it->is_regular_file(unreadable)) continue;
    names_by_stem_[comparable(it->path().stem().string())].push_back(it->path().filename().string());
  }
  for (auto& [stem, names] : names_by_stem_) std::sort(names.begin(), names.end());
}

std::optional<fs::path> PhotoBeside::find(const fs::path& label_file, const std::string& named) {
  list(label_file.parent_path());
  const std::string last = comparable(fs::path(named).filename().string());
  const auto same_stem = names_by_stem_.find(comparable(label_file.stem().string()));
  if (same_stem != names_by_stem_.end()) {
    const std::vector<std::string>& names = same_stem->second;
    const std::string* exact = find_named(names, last);
    return *folder_ / (exact ? *exact : names.front());
  }
  const auto named_stem = names_by_stem_.find(fs::path(last).stem().string());
  if (named_stem == names_by_stem_.end()) return std::nullopt;
  const std::string* exact = find_named(named_stem->second, last);
  return exact ? std::optional<fs::path>(*folder_ / *exact) : std::nullopt;
}

}  // namespace jaedan::workflow
