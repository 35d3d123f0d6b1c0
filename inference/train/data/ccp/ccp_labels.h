#pragma once

#include <array>
#include <map>
#include <string>

#include "inference/train/data/training_item.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// What a person wrote down about a photo of Clothing Co-Parsing by eye.
struct CcpLabels {
  std::array<bool, kPartCount> worn{};
  std::array<KnownLabels, kPartCount> garments;  ///< of a part that comes twice those of the first
  KnownLabels photo;                             ///< style (one or two), gender, season
};

/// By photo: labels/photos.csv (image,parts,gender,season,style,style2,usable) and labels/garments.csv (image,part, and
/// a column an attribute, several values joined by '+'). Photos with usable = 0 are not among them, and `unsure` is
/// unlabelled. No folder `labels`: none. kCorrupt: a column is missing, an unknown part.
Result<std::map<std::string, CcpLabels>> read_ccp_labels(const std::string& folder);

}  // namespace jaedan::inference
