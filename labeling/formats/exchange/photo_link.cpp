#include "labeling/formats/exchange/photo_link.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <system_error>

namespace jaedan::labeling {
namespace {

namespace fs = std::filesystem;

std::string ending_for_trainers(const fs::path& photo) {
  std::string ending = photo.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
  return ending == ".jpe" || ending == ".jfif" ? ".jpg" : ending;
}

Message no_link(const fs::path& link, Message reason) {
  return {"export.no_photo_link", "{0}: no link to the photo ({1})", {link.string(), std::move(reason)}};
}

}  // namespace

std::optional<Message> link_photo(const std::string& folder, const std::string& name, const std::string& path) {
  std::error_code failed;
  const fs::path photo = fs::canonical(path, failed);
  const fs::path link = fs::path(folder) / (name + ending_for_trainers(path));
  if (failed) return no_link(link, system_message(failed));
  fs::create_directories(folder, failed);
  const fs::path real_folder = failed ? fs::path() : fs::canonical(folder, failed);
  if (failed) return no_link(link, system_message(failed));
  if (const fs::file_status there = fs::symlink_status(link, failed); fs::exists(there)) {
    if (fs::equivalent(link, photo, failed)) return std::nullopt;
    if (!fs::is_symlink(there)) return no_link(link, {"export.other_file_there", "another file is there"});
    fs::remove(link, failed);
  }
  fs::create_symlink(photo.lexically_relative(real_folder), link, failed);
  if (failed) return no_link(link, system_message(failed));
  return std::nullopt;
}

}  // namespace jaedan::labeling
