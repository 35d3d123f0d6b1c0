#include <algorithm>

#include "inference/train/data/body_folder.h"
#include "inference/train/data/data_folders.h"
#include "inference/train/data/folder_reading.h"
#include "inference/train/data/tagged_photos.h"

namespace jaedan::inference {
namespace {

float known_of(const TaggedPhoto& photo, std::size_t part) {
  if (photo.named[part]) return 1;
  return photo.allowed[part] ? -1.0F : 0.0F;
}

}  // namespace

Result<std::vector<TrainingItem>> read_words_folder(const DataFolder& folder, const FolderOptions& options) {
  JAEDAN_ASSIGN_OR_RETURN(std::vector<TaggedPhoto> photos, read_tagged_photos(folder));
  JAEDAN_ASSIGN_OR_RETURN(const BodyFolder bodies, find_bodies(folder.path, options));
  const auto is_other = [&](const TaggedPhoto& photo) {
    if (options.only && *options.only != photo.split) return true;
    return !options.with_body && !says_parts(photo);
  };
  photos.erase(std::remove_if(photos.begin(), photos.end(), is_other), photos.end());
  return read_items(photos.size(), options, [&](std::size_t i) -> Result<TrainingItem> {
    TrainingItem item;
    item.name = photos[i].name;
    item.split = photos[i].split;
    JAEDAN_ASSIGN_OR_RETURN(item.photo, read_photo(photos[i].path, options));
    item.labels = Mask::of_size(item.photo.width, item.photo.height);
    std::fill(item.labels.pixels.begin(), item.labels.pixels.end(), kIgnoredPixel);
    item.known = photos[i].known;
    item.of_photo = photos[i].of_photo;
    for (std::size_t part = 0; part < kPartCount; ++part) item.present[part] = known_of(photos[i], part);
    JAEDAN_RETURN_IF_ERROR(read_body(bodies, item));
    return item;
  });
}

}  // namespace jaedan::inference
