#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>

#include "inference/train/data/ccp/ccp_vocabulary.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// What is known to be wrong in the mask of one photo.
struct CcpRepair {
  std::map<std::uint8_t, std::uint8_t> pixel_class;  ///< by a word's value in the mask: what its pixels are instead
  std::array<bool, kPartCount> without_mask{};       ///< a garment of the part is worn and has no pixels
  bool left_out = false;                             ///< the whole photo is of no use
};

/// By photo: repairs.csv of `folder` (image,word,part,sure,reason), of which only rows with sure = 1 count. `part` is a
/// part's id, or `ignore`, or `merged:…` for a mask over several garments (its pixels are kIgnoredPixel then), or
/// `missing:PART` for a garment without a mask, or `drop`. No file: nothing is wrong. kCorrupt: a row that says
/// something else, a word that is not in labels.txt.
Result<std::map<std::string, CcpRepair>> read_ccp_repairs(const std::string& folder, const CcpVocabulary& vocabulary);

}  // namespace jaedan::inference
