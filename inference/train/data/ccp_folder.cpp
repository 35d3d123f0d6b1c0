#include <algorithm>
#include <map>

#include "inference/train/data/ccp_vocabulary.h"
#include "inference/train/data/data_folders.h"
#include "inference/train/data/folder_reading.h"
#include "labeling/domain/attribute.h"

namespace jaedan::inference {
namespace {

constexpr double kLeastIgnoredShare = 0.002;  // of the photo

Result<TrainingItem> read_item(const std::string& folder, const std::string& name, Split split,
                               const CcpVocabulary& vocabulary, const FolderOptions& options) {
  TrainingItem item;
  item.name = name;
  item.split = split;
  JAEDAN_ASSIGN_OR_RETURN(item.photo, read_photo(folder + "/photos/" + item.name + ".jpg", options));
  JAEDAN_ASSIGN_OR_RETURN(Mask words, read_ccp_words(folder, item.name, vocabulary));
  std::array<std::map<std::string, int>, kPartCount> votes;
  for (std::uint8_t& value : words.pixels) {
    const std::string& category = vocabulary.category[value];
    value = vocabulary.pixel_class[value];
    if (value >= 1 && value <= kPartCount) ++votes[value - 1U][category];
  }
  for (std::size_t part = 0; part < kPartCount; ++part) {
    const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
    const auto most = std::max_element(votes[part].begin(), votes[part].end(), fewer);
    if (most != votes[part].end()) add_label(item.known[part], attribute::kCategory, most->first);
  }
  item.labels = scale_labels(words, item.photo.width, item.photo.height);
  set_presence(item);
  // Under a word that is ignored (a suit) any part may be.
  const auto ignored = std::count(item.labels.pixels.begin(), item.labels.pixels.end(), kIgnoredPixel);
  if (double(ignored) >= kLeastIgnoredShare * double(item.labels.pixels.size())) {
    for (float& present : item.present) present = present == 0 ? -1.0F : present;
  }
  return item;
}

}  // namespace

Result<std::vector<TrainingItem>> read_ccp_folder(const std::string& folder, const FolderOptions& options) {
  JAEDAN_ASSIGN_OR_RETURN(const CcpVocabulary vocabulary, read_ccp_vocabulary(folder));
  JAEDAN_ASSIGN_OR_RETURN(const auto photos, read_ccp_split(folder, options));
  return read_items(photos.size(), options, [&](std::size_t i) {
    return read_item(folder, photos[i].first, photos[i].second, vocabulary, options);
  });
}

}  // namespace jaedan::inference
