#include "labeling/formats/export_names.h"

#include <algorithm>
#include <filesystem>

namespace jaedan::labeling {
namespace {

namespace fs = std::filesystem;

/// The number that a name is; some photos of the data set have zeros in front.
std::optional<std::int64_t> number_in(const std::string& name) {
  const bool number = !name.empty() && name.size() <= 15 &&
                      std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
  return number ? std::optional<std::int64_t>(std::stoll(name)) : std::nullopt;
}

bool is_plain_number(const std::string& name) {
  const std::optional<std::int64_t> number = number_in(name);
  return number && std::to_string(*number) == name && *number > 0;
}

std::string absolute(const std::string& path) {
  std::error_code failed;
  const fs::path whole = fs::absolute(path, failed);
  return (failed ? fs::path(path) : whole).lexically_normal().string();
}

/// "a/b-5.jpg" from "a/b.jpg".
std::string numbered(const std::string& name, std::int64_t number) {
  const fs::path file(name);
  const std::string last = file.stem().string() + "-" + std::to_string(number) + file.extension().string();
  return (file.parent_path() / last).string();
}

/// What both begin with, up to a '/'.
std::string common_folder(const std::string& a, const std::string& b) {
  const auto ends = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const std::string same(a.begin(), ends.first);
  return same.substr(0, same.rfind('/') + 1);
}

}  // namespace

void ExportNames::look_at(const Photo& photo, const std::string& path) {
  if (std::string file = files_.name_for(photo); file != photo.name) other_files_[photo.id] = std::move(file);
  const std::string whole = absolute(path);
  common_ = common_folder(common_.value_or(whole), whole);
  const std::string text = name_as_text(whole);
  if (!images_.insert(text).second) {
    std::int64_t number = photo.id.value;
    while (!images_.insert(numbered(text, number)).second) ++number;
    image_numbers_[photo.id] = number;
  }
  if (is_plain_number(photo.name) && !numbers_.insert(*number_in(photo.name)).second) without_number_.insert(photo.id);
}

PhotoNames ExportNames::names_of(const Photo& photo, const std::string& path) {
  PhotoNames names;
  const auto other = other_files_.find(photo.id);
  names.file = other != other_files_.end() ? other->second : photo.name;
  names.image = image_of(photo, path);
  names.number = number_of(photo);
  names.path = absolute(path);
  return names;
}

std::string ExportNames::image_of(const Photo& photo, const std::string& path) const {
  const std::string whole = absolute(path);
  const std::size_t folder = common_ && whole.rfind(*common_, 0) == 0 ? common_->size() : whole.rfind('/') + 1;
  const std::string name = name_as_text(whole.substr(folder));
  const auto number = image_numbers_.find(photo.id);
  return number == image_numbers_.end() ? name : numbered(name, number->second);
}

std::int64_t ExportNames::number_of(const Photo& photo) {
  const bool own = is_plain_number(photo.name) && !without_number_.count(photo.id);
  std::int64_t number = number_in(photo.name).value_or(0);
  if (own) return number;
  if (number == 0) number = photo.id.value;
  while (!numbers_.insert(number).second) ++number;
  return number;
}

}  // namespace jaedan::labeling
