#include <algorithm>
#include <map>

#include "inference/train/data/body_folder.h"
#include "inference/train/data/ccp/ccp_labels.h"
#include "inference/train/data/ccp/ccp_repairs.h"
#include "inference/train/data/ccp/ccp_vocabulary.h"
#include "inference/train/data/data_folders.h"
#include "inference/train/data/folder_reading.h"
#include "labeling/domain/attribute.h"

namespace jaedan::inference {
namespace {

constexpr double kLeastIgnoredShare = 0.002;  // of the photo

/// What is known beside the masks.
struct Knowledge {
  CcpVocabulary vocabulary;
  std::map<std::string, CcpRepair> repairs;
  std::map<std::string, CcpLabels> labels;
  BodyFolder bodies;
};

Result<Knowledge> read_knowledge(const std::string& folder, const FolderOptions& options) {
  Knowledge known;
  JAEDAN_ASSIGN_OR_RETURN(known.vocabulary, read_ccp_vocabulary(folder));
  JAEDAN_ASSIGN_OR_RETURN(known.bodies, find_bodies(folder, options));
  if (options.as_published) return known;
  JAEDAN_ASSIGN_OR_RETURN(known.repairs, read_ccp_repairs(folder, known.vocabulary));
  JAEDAN_ASSIGN_OR_RETURN(known.labels, read_ccp_labels(folder));
  return known;
}

void take_labels(const CcpLabels& labels, TrainingItem& item) {
  item.known = labels.garments;
  item.of_photo = labels.photo;
  for (std::size_t part = 0; part < kPartCount; ++part) {
    const auto value = static_cast<std::uint8_t>(part + 1);
    const auto& pixels = item.labels.pixels;
    item.present[part] = labels.worn[part] ? 1.0F : 0.0F;
    // Its pixels lie under a word that is ignored, or under another garment's.
    item.without_mask[part] = labels.worn[part] && std::find(pixels.begin(), pixels.end(), value) == pixels.end();
  }
}

Result<TrainingItem> read_item(const std::string& folder, const std::string& name, Split split, const Knowledge& known,
                               const FolderOptions& options) {
  const CcpVocabulary& vocabulary = known.vocabulary;
  const auto repaired = known.repairs.find(name);
  const CcpRepair repair = repaired == known.repairs.end() ? CcpRepair() : repaired->second;
  TrainingItem item;
  item.name = name;
  item.split = split;
  JAEDAN_ASSIGN_OR_RETURN(item.photo, read_photo(folder + "/photos/" + item.name + ".jpg", options));
  JAEDAN_ASSIGN_OR_RETURN(Mask words, read_ccp_words(folder, item.name, vocabulary));
  std::array<std::map<std::string, int>, kPartCount> votes;
  for (std::uint8_t& value : words.pixels) {
    const auto instead = repair.pixel_class.find(value);
    // A word that was wrong about the part is no category either.
    const std::string category = instead == repair.pixel_class.end() ? vocabulary.category[value] : std::string();
    value = instead == repair.pixel_class.end() ? vocabulary.pixel_class[value] : instead->second;
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
  for (std::size_t part = 0; part < kPartCount; ++part) {
    item.without_mask[part] = repair.without_mask[part] && votes[part].empty();
    if (item.without_mask[part]) item.present[part] = 1;
  }
  if (const auto labels = known.labels.find(name); labels != known.labels.end()) take_labels(labels->second, item);
  JAEDAN_RETURN_IF_ERROR(read_body(known.bodies, item));
  return item;
}

}  // namespace

Result<std::vector<TrainingItem>> read_ccp_folder(const std::string& folder, const FolderOptions& options) {
  JAEDAN_ASSIGN_OR_RETURN(const Knowledge known, read_knowledge(folder, options));
  JAEDAN_ASSIGN_OR_RETURN(auto photos, read_ccp_split(folder, options));
  const auto is_useless = [&](const auto& photo) {
    const auto repair = known.repairs.find(photo.first);
    return repair != known.repairs.end() && repair->second.left_out;
  };
  photos.erase(std::remove_if(photos.begin(), photos.end(), is_useless), photos.end());
  return read_items(photos.size(), options, [&](std::size_t i) {
    return read_item(folder, photos[i].first, photos[i].second, known, options);
  });
}

}  // namespace jaedan::inference
