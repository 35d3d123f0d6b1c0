#include "labeling/formats/photo_finder.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>

namespace jaedan::labeling {
namespace {

namespace fs = std::filesystem;

std::string lower_ending(const std::string& path) {
  std::string ending = fs::path(path).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
  return ending;
}

/// How many folders two paths share from the left.
std::ptrdiff_t common_folders(const fs::path& a, const fs::path& b) {
  return std::distance(a.begin(), std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first);
}

}  // namespace

bool looks_like_photo(const std::string& path) {
  static constexpr std::array<std::string_view, 13> kEndings = {
      ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".bmp", ".webp", ".tif", ".tiff", ".heic", ".heif", ".hif", ".avif"};
  return std::find(kEndings.begin(), kEndings.end(), lower_ending(path)) != kEndings.end();
}

std::string unread_picture_kind(const std::string& path) {
  static constexpr std::array<std::string_view, 24> kEndings = {
      ".gif", ".jxl", ".jp2", ".j2k", ".jpx", ".jpf", ".psd", ".psb", ".xcf", ".tga", ".svg", ".eps",
      ".dng", ".cr2", ".cr3", ".nef", ".arw", ".orf", ".rw2", ".raf", ".pef", ".srw", ".raw", ".3fr"};
  const std::string ending = lower_ending(path);
  if (std::find(kEndings.begin(), kEndings.end(), ending) == kEndings.end()) return {};
  std::string kind = ending.substr(1);
  std::transform(kind.begin(), kind.end(), kind.begin(), [](unsigned char c) { return std::toupper(c); });
  return kind;
}

Result<PhotoFinder> PhotoFinder::below(const std::string& root, const std::string& leave_out_ending) {
  std::error_code error;
  const fs::path start = fs::absolute(root, error).lexically_normal();
  if (!fs::is_directory(start, error))
    return Error{ErrorCode::kNotFound, "file.no_such_folder", "{0}: no such folder", {root}};
  PhotoFinder finder;
  const auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator it(start, options, error), end; !error && it != end; it.increment(error)) {
    const std::string path = it->path().string();
    std::error_code unreadable;
    if (!looks_like_photo(path) || !it->is_regular_file(unreadable)) continue;
    if (leave_out_ending.empty() || lower_ending(path) != leave_out_ending) finder.photos_.push_back(path);
  }
  if (error) return Error{ErrorCode::kIo, in_context(root, system_message(error))};
  std::sort(finder.photos_.begin(), finder.photos_.end());
  for (std::size_t i = 0; i < finder.photos_.size(); ++i) {
    const fs::path path(finder.photos_[i]);
    finder.by_stem_[path.stem().string()].push_back(i);
    finder.by_name_[path.filename().string()].push_back(i);
  }
  return finder;
}

std::optional<std::string> PhotoFinder::find(const std::string& label_path, const std::string& named) const {
  std::error_code ignored;
  const fs::path label = fs::absolute(label_path, ignored).lexically_normal();
  const auto candidates = [](const auto& index, const std::string& key) {
    const auto found = index.find(key);
    return found == index.end() ? std::vector<std::size_t>() : found->second;
  };
  const std::array<std::vector<std::size_t>, 2> lists = {candidates(by_stem_, label.stem().string()),
                                                         candidates(by_name_, fs::path(named).filename().string())};
  for (const std::vector<std::size_t>& list : lists) {
    for (const std::size_t i : list) {
      if (fs::path(photos_[i]).parent_path() == label.parent_path()) return photos_[i];
    }
  }
  for (const std::vector<std::size_t>& list : lists) {
    const auto nearest = std::max_element(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
      return common_folders(photos_[a], label) < common_folders(photos_[b], label);
    });
    if (nearest != list.end()) return photos_[*nearest];
  }
  return std::nullopt;
}

}  // namespace jaedan::labeling
