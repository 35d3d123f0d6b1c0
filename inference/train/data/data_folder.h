#pragma once

#include <string>
#include <string_view>

#include "labeling/base/result.h"

namespace jaedan::inference {

/// What lies in a folder to learn from.
enum class DataKind {
  kAttributes,    ///< Clothing Attribute Dataset: words only
  kCcp,           ///< Clothing Co-Parsing: photos with masks
  kCcpPieces,     ///< the same to learn clicks from: every piece of them
  kCcpPublished,  ///< the same without what was corrected and added since
  kCcpWords,      ///< the same: the photos of which only words are known
  kClothing,      ///< Clothing dataset: photos of single garments, words only
  kPrints,        ///< crops of dresses whose print is known
  kSnapshot,      ///< a project's snapshot, or drawn photos
};

/// As the command line gives it: attributes, ccp, ccp-pieces, ccp-published, ccp-words, clothing, prints,
/// snapshot.
std::string_view id_of(DataKind kind);
/// kInvalidArgument names those there are.
Result<DataKind> parse_data_kind(std::string_view word);

/// A folder to learn from; see data_folders.h for the kinds.
struct DataFolder {
  DataKind kind = DataKind::kSnapshot;
  std::string path;
  double share = 1.0;  ///< photos an epoch relative to the first folder (1 for the first)
};

}  // namespace jaedan::inference
