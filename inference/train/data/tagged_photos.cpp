#include "inference/train/data/tagged_photos.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

#include "inference/train/data/attribute_votes.h"
#include "inference/train/data/ccp/ccp_labels.h"
#include "inference/train/data/ccp/ccp_vocabulary.h"
#include "inference/train/data/clothing_classes.h"
#include "inference/train/data/folder_reading.h"
#include "labeling/domain/attribute.h"

namespace jaedan::inference {
namespace {

using Photos = std::vector<TaggedPhoto>;

std::size_t index_of(Part part) { return mask_value(part) - 1U; }

TaggedPhoto photo_at(const std::string& folder, const std::string& below, const std::string& name) {
  TaggedPhoto photo;
  photo.name = name;
  photo.path = std::filesystem::absolute(folder + below + name + ".jpg").lexically_normal().string();
  return photo;
}

void take_labels(const CcpLabels& labels, TaggedPhoto& photo) {
  photo.allowed = photo.named = labels.worn;
  photo.known = labels.garments;
  photo.of_photo = labels.photo;
  photo.split = is_kept_aside(photo.name) ? Split::kVal : Split::kTrain;
}

// False for words that could mean anything.
bool take_words(const std::string& tags, const CcpVocabulary& vocabulary, TaggedPhoto& photo) {
  std::array<std::set<std::string>, kPartCount> categories;
  std::istringstream words(tags);
  for (std::string word; words >> word;) {
    const auto found = std::find(vocabulary.words.begin(), vocabulary.words.end(), word);
    if (found == vocabulary.words.end()) continue;
    const auto i = static_cast<std::size_t>(found - vocabulary.words.begin());
    const std::uint8_t value = vocabulary.pixel_class[i];
    if (value == kIgnoredPixel) return false;
    if (value < 1 || value > kPartCount) continue;
    photo.allowed[value - 1U] = photo.named[value - 1U] = true;
    categories[value - 1U].insert(vocabulary.category[i]);
  }
  for (std::size_t part = 0; part < kPartCount; ++part) {
    // Two words for one part: which of them is seen is not known.
    if (categories[part].size() == 1) add_label(photo.known[part], attribute::kCategory, *categories[part].begin());
  }
  return true;
}

Result<Photos> read_ccp_tags(const std::string& folder) {
  JAEDAN_ASSIGN_OR_RETURN(const CcpVocabulary vocabulary, read_ccp_vocabulary(folder));
  JAEDAN_ASSIGN_OR_RETURN(const auto labelled, read_ccp_labels(folder));
  JAEDAN_ASSIGN_OR_RETURN(const NamedTable table, read_table(folder + "/tags.csv", {"image", "tags"}));
  Photos photos;
  for (const auto& row : table.rows) {
    TaggedPhoto photo = photo_at(folder, "/photos/", row[table.column("image")]);
    if (const auto labels = labelled.find(photo.name); labels != labelled.end()) {
      take_labels(labels->second, photo);
    } else if (!take_words(row[table.column("tags")], vocabulary, photo)) {
      continue;
    }
    photos.push_back(std::move(photo));
  }
  return photos;
}

Result<Photos> read_clothing_tags(const std::string& folder) {
  JAEDAN_ASSIGN_OR_RETURN(const NamedTable table, read_table(folder + "/images.csv", {"image", "label"}));
  Photos photos;
  for (const auto& row : table.rows) {
    const std::string& name = row[table.column("image")];
    const ClothingClass* meaning = clothing_class(row[table.column("label")]);
    if (!meaning || is_kept_aside(name)) continue;
    TaggedPhoto photo = photo_at(folder, "/images/", name);
    const std::size_t part = index_of(meaning->part);
    photo.allowed[part] = photo.named[part] = true;
    add_label(photo.known[part], attribute::kCategory, meaning->category);
    photos.push_back(std::move(photo));
  }
  return photos;
}

Result<Photos> read_attribute_tags(const std::string& folder) {
  JAEDAN_ASSIGN_OR_RETURN(const NamedTable table, read_table(folder + "/images.csv", {"image", "category"}));
  Photos photos;
  for (const auto& row : table.rows) {
    Votes votes;
    for (std::size_t i = 0; i < row.size(); ++i) votes[table.columns[i]] = row[i];
    TaggedPhoto photo = photo_at(folder, "/images/", votes["image"]);
    take_votes(votes, photo);
    photo.split = is_kept_aside(photo.name) ? Split::kVal : Split::kTrain;
    photos.push_back(std::move(photo));
  }
  return photos;
}

}  // namespace

bool says_parts(const TaggedPhoto& photo) {
  const auto holds = [](bool value) { return value; };
  return std::any_of(photo.named.begin(), photo.named.end(), holds) ||
         !std::all_of(photo.allowed.begin(), photo.allowed.end(), holds);
}

Result<std::vector<TaggedPhoto>> read_tagged_photos(const DataFolder& folder) {
  switch (folder.kind) {
    case DataKind::kCcp:
    case DataKind::kCcpWords: return read_ccp_tags(folder.path);
    case DataKind::kClothing: return read_clothing_tags(folder.path);
    case DataKind::kAttributes: return read_attribute_tags(folder.path);
    case DataKind::kCcpPieces:
    case DataKind::kCcpPublished:
    case DataKind::kPrints:
    case DataKind::kSnapshot: break;
  }
  return Error{ErrorCode::kInvalidArgument,
               "data.kind_without_words",
               "data kind '{0}' is none of ccp, clothing, attributes, which have words",
               {id_of(folder.kind)}};
}

}  // namespace jaedan::inference
