#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "labeling/domain/result.h"

namespace jaedan::inference {

/// What the words of a Clothing Co-Parsing folder mean here. All by the word's line in labels.txt, which is also its
/// value in a mask.
struct CcpVocabulary {
  std::vector<std::string> words;
  std::vector<std::uint8_t> pixel_class;  ///< PixelClass, or kIgnoredPixel
  std::vector<int> category;              ///< index into kCategoryClasses, −1 none
};

/// From labels.txt and parts.json of `folder`. kNotFound, kCorrupt.
Result<CcpVocabulary> read_ccp_vocabulary(const std::string& folder);

}  // namespace jaedan::inference
