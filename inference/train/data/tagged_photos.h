#pragma once

#include <array>
#include <string>
#include <vector>

#include "inference/train/data/data_folder.h"
#include "inference/train/data/training_item.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// A photo of which only words are known: what self_labels.h lets a model draw.
struct TaggedPhoto {
  std::string name;
  std::string path;                           ///< absolute
  std::array<bool, kPartCount> allowed{};     ///< parts that may be seen
  std::array<bool, kPartCount> named{};       ///< parts that must be seen
  std::array<KnownLabels, kPartCount> known;  ///< by part
  KnownLabels of_photo;
  Split split = Split::kTrain;
};

/// Whether its words say anything of which parts there are.
bool says_parts(const TaggedPhoto& photo);

/// The photos of a folder of which words are known, but no masks. By the folder's kind:
/// ccp-words, ccp: tags.csv (image,tags); a photo that was labelled by eye (ccp_labels.h) has what those labels say,
/// and one in ten of these is split val; another has the parts its words name and no other, and is left out with a word
/// of parts.json's "ignore" list. clothing: images.csv (image,label,kids); the one garment that the photo is about.
/// Photos kept aside to measure on are left out. attributes: images.csv of the Clothing Attribute Dataset
/// (attribute_votes.h), photos of whose parts nothing is said as well; one in ten is split val. kNotFound, kCorrupt;
/// kInvalidArgument for another kind.
Result<std::vector<TaggedPhoto>> read_tagged_photos(const DataFolder& folder);

}  // namespace jaedan::inference
