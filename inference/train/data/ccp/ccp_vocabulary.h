#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "inference/train/data/data_folders.h"

namespace jaedan::inference {

/// What the words of a Clothing Co-Parsing folder mean here. All by the word's line in labels.txt, which is also its
/// value in a mask.
struct CcpVocabulary {
  std::vector<std::string> words;
  std::vector<std::uint8_t> pixel_class;  ///< PixelClass, or kIgnoredPixel
  std::vector<std::string> category;      ///< value id; empty: none
};

/// From labels.txt and parts.json of `folder`. kNotFound, kCorrupt.
Result<CcpVocabulary> read_ccp_vocabulary(const std::string& folder);

/// The photos with masks, by name, of `options.only` or all: split.csv. kNotFound, kCorrupt.
Result<std::vector<std::pair<std::string, Split>>> read_ccp_split(const std::string& folder,
                                                                  const FolderOptions& options);

/// A photo's mask, whose values are lines of labels.txt. kNotFound; kCorrupt for a value beyond them.
Result<Mask> read_ccp_words(const std::string& folder, const std::string& name, const CcpVocabulary& vocabulary);

}  // namespace jaedan::inference
