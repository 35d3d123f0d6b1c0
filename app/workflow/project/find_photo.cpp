#include "app/workflow/project/find_photo.h"

namespace jaedan::workflow {
namespace {

constexpr std::size_t kMostDigits = 18;  // what surely fits into 64 bits

bool is_number(const std::string& text) {
  return !text.empty() && text.size() <= kMostDigits && text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

Result<Photo> find_photo(labeling::PhotoCatalogue& photos, const std::string& name) {
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Photo> named, photos.photo_named(name));
  if (named) return *named;
  if (is_number(name)) return photos.photo(PhotoId{std::stoll(name)});
  return Error{ErrorCode::kNotFound, "photo.not_in_project", "there is no photo '{0}' in this project", {name}};
}

}  // namespace jaedan::workflow
