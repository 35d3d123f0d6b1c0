#include "labeling/formats/photo_finder.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <string_view>
#include <utility>

#include "labeling/base/utf8.h"

namespace jaedan::labeling {
namespace {

namespace fs = std::filesystem;

std::string lower_ending(const fs::path& path) {
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
  return ending;
}

/// A path as label files of any system write it.
fs::path path_from_any(std::string text) {
  std::replace(text.begin(), text.end(), '\\', '/');
  return fs::path(utf8_composed(text)).lexically_normal();
}

/// How many folders two paths share from the left.
std::ptrdiff_t common_folders(const fs::path& a, const fs::path& b) {
  return std::distance(a.begin(), std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first);
}

/// How many folders two paths share from the right.
std::ptrdiff_t like_folders(const fs::path& a, const fs::path& b) {
  const std::vector<fs::path> as(a.begin(), a.end());
  const std::vector<fs::path> bs(b.begin(), b.end());
  return std::distance(as.rbegin(), std::mismatch(as.rbegin(), as.rend(), bs.rbegin(), bs.rend()).first);
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

PhotoFinder::PhotoFinder(std::vector<std::string> photos) : photos_(std::move(photos)) {
  for (std::size_t i = 0; i < photos_.size(); ++i) {
    by_stem_.emplace(utf8_composed(fs::path(photos_[i]).stem().string()), i);
  }
}

std::vector<PhotoMatch> PhotoFinder::find(const PhotoClue& clue) const {
  const fs::path folder = utf8_composed(clue.folder);
  const fs::path named = path_from_any(clue.named);
  const fs::path written = (folder / named).lexically_normal();
  const std::string stem = utf8_composed(clue.stem);
  const std::string letters_named = fs::path(clue.named.substr(clue.named.find_last_of("/\\") + 1)).stem().string();
  std::vector<PhotoMatch> matches;
  const auto look_at = [&](std::size_t i, bool same_stem) {
    if (photos_[i] == clue.itself) return;
    const fs::path photo = utf8_composed(photos_[i]);
    const fs::path its_folder = photo.parent_path();
    PhotoMatch match;
    match.photo = i;
    match.same_stem = same_stem;
    match.same_name = photo.stem() == named.stem() && lower_ending(photo) == lower_ending(named);
    if (!same_stem && named.has_extension() && !match.same_name && looks_like_photo(named.string())) return;
    const std::string as_it_stands = fs::path(photos_[i]).stem().string();
    match.same_letters = as_it_stands == (same_stem && clue.alone ? clue.stem : letters_named);
    match.as_written = !clue.named.empty() && named.has_parent_path() && photo == written;
    match.beside = its_folder == folder && ((same_stem && clue.alone) || !named.has_parent_path());
    match.named_folders = named.has_parent_path() ? like_folders(its_folder, named.parent_path()) : 0;
    match.common_folders = common_folders(its_folder, folder);
    match.like_folders = like_folders(its_folder, folder);
    matches.push_back(match);
  };
  for (auto [at, end] = by_stem_.equal_range(stem); !stem.empty() && at != end; ++at) look_at(at->second, true);
  const std::string named_stem = named.stem().string();
  if (!named_stem.empty() && named_stem != stem) {
    for (auto [at, end] = by_stem_.equal_range(named_stem); at != end; ++at) look_at(at->second, false);
  }
  if (matches.empty()) return matches;
  const auto best = std::max_element(matches.begin(), matches.end(),
                                     [](const PhotoMatch& a, const PhotoMatch& b) { return a.rank() < b.rank(); });
  const PhotoMatch least = *best;
  matches.erase(std::remove_if(matches.begin(), matches.end(), [&](const auto& m) { return m.rank() < least.rank(); }),
                matches.end());
  std::sort(matches.begin(), matches.end(), [&](const auto& a, const auto& b) {
    return std::tie(photos_[a.photo], a.photo) < std::tie(photos_[b.photo], b.photo);
  });
  // Pictures of one stem in one folder are the same photo in several formats; the first has always been taken.
  const auto folder_of = [&](const PhotoMatch& match) { return fs::path(photos_[match.photo]).parent_path(); };
  matches.erase(std::unique(matches.begin(), matches.end(),
                            [&](const auto& a, const auto& b) { return folder_of(a) == folder_of(b); }),
                matches.end());
  return matches;
}

}  // namespace jaedan::labeling
