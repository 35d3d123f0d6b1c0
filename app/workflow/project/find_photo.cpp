#include "app/workflow/project/find_photo.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <vector>

#include "labeling/base/utf8.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostDigits = 18;  // what surely fits into 64 bits
constexpr int kPhotosAPage = 500;
constexpr std::size_t kMostChoices = 10;  // more would be no help
constexpr std::string_view kByNumber = "id=";

/// A number as the program prints it: "0010" is a name.
std::optional<PhotoId> number_in(const std::string& word) {
  const bool digits = !word.empty() && word.size() <= kMostDigits && word.find_first_not_of("0123456789") == word.npos;
  if (!digits || (word.size() > 1 && word.front() == '0')) return std::nullopt;
  return PhotoId{std::stoll(word)};
}

bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string file_name_of(const Photo& photo) { return utf8_composed(fs::path(photo.path).filename().string()); }

/// Whether `path` ends with all of `tail`, folder by folder.
bool ends_with(const std::string& path, const std::string& tail) {
  if (path.size() <= tail.size()) return path == tail;
  return path.compare(path.size() - tail.size(), tail.size(), tail) == 0 && path[path.size() - tail.size() - 1] == '/';
}

fs::path real_file(const fs::path& path) {
  std::error_code failed;
  const fs::path real = fs::weakly_canonical(path, failed);
  return failed ? path : real;
}

Result<std::vector<Photo>> photos_like(const Project& project, const std::string& stem) {
  labeling::PhotoFilter filter;
  if (is_ascii(stem)) filter.text = stem;  // other letters may be stored in another form
  std::vector<Photo> photos;
  for (PhotoId last;;) {
    JAEDAN_ASSIGN_OR_RETURN(const auto page, project.store().list(filter, last, kPhotosAPage));
    if (page.empty()) return photos;
    for (const labeling::PhotoRow& row : page) photos.push_back(row.photo);
    last = page.back().photo.id;
  }
}

template <typename Wanted>
std::vector<Photo> photos_where(const std::vector<Photo>& photos, const Wanted& wanted) {
  std::vector<Photo> found;
  std::copy_if(photos.begin(), photos.end(), std::back_inserter(found), wanted);
  return found;
}

std::vector<Photo> at_path(const Project& project, const std::vector<Photo>& photos, const std::string& word) {
  std::error_code failed;
  if (fs::exists(word, failed) && !fs::is_directory(word, failed)) {
    const fs::path real = real_file(fs::absolute(word, failed));
    return photos_where(photos, [&](const Photo& photo) { return real_file(project.photo_path(photo)) == real; });
  }
  const std::string tail = utf8_composed(fs::path(word).lexically_normal().string());
  std::vector<Photo> found =
      photos_where(photos, [&](const Photo& photo) { return ends_with(utf8_composed(photo.path), tail); });
  if (!found.empty()) return found;
  return photos_where(photos, [&](const Photo& photo) {  // as exports name photos: without the ending
    return ends_with(utf8_composed(fs::path(photo.path).replace_extension().string()), tail);
  });
}

/// By the file's whole name, else by name or number.
Result<std::vector<Photo>> by_name(const Project& project, const std::vector<Photo>& photos, const std::string& word) {
  const std::string wanted = utf8_composed(word);
  std::vector<Photo> found = photos_where(photos, [&](const Photo& photo) { return file_name_of(photo) == wanted; });
  if (!found.empty()) return found;
  found = photos_where(photos, [&](const Photo& photo) { return utf8_composed(photo.name) == wanted; });
  if (const std::optional<PhotoId> id = number_in(word)) {
    Result<Photo> numbered = project.store().photo(*id);
    if (!numbered.ok() && numbered.error().code != ErrorCode::kNotFound) return numbered.error();
    const auto is_it = [&](const Photo& photo) { return photo.id == *id; };
    if (numbered.ok() && std::none_of(found.begin(), found.end(), is_it)) found.push_back(std::move(*numbered));
  }
  return found;
}

Error names_several(const std::string& word, const std::vector<Photo>& photos) {
  std::string choices;
  for (std::size_t i = 0; i < std::min(photos.size(), kMostChoices); ++i) {
    choices += (i == 0 ? "" : ", ") + photos[i].path + " (id=" + std::to_string(photos[i].id.value) + ")";
  }
  if (photos.size() > kMostChoices) choices += ", …";
  return {ErrorCode::kInvalidArgument,
          "photo.ambiguous",
          "'{0}' may be {1} photos: {2}; name one of them by its path, or by id=NUMBER",
          {word, photos.size(), choices}};
}

}  // namespace

Result<Photo> find_photo(const Project& project, const std::string& word) {
  if (word.rfind(kByNumber, 0) == 0) {
    if (const auto id = number_in(word.substr(kByNumber.size()))) return project.store().photo(*id);
  }
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<Photo> photos, photos_like(project, fs::path(word).stem().string()));
  std::vector<Photo> found;
  if (word.find('/') != word.npos) {
    found = at_path(project, photos, word);
  } else {
    JAEDAN_ASSIGN_OR_RETURN(found, by_name(project, photos, word));
  }
  if (found.size() == 1) return std::move(found.front());
  if (!found.empty()) return names_several(word, found);
  return Error{ErrorCode::kNotFound, "photo.not_in_project", "there is no photo '{0}' in this project", {word}};
}

}  // namespace jaedan::workflow
