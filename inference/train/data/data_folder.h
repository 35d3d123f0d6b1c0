#pragma once

#include <string>

namespace jaedan::inference {

/// A folder to learn from; see data_folders.h for the kinds.
struct DataFolder {
  /// ccp, snapshot, clothing; of words only ccp-words (Clothing Co-Parsing's tag-only photos) and attributes
  /// (Clothing Attribute Dataset); and for clicks ccp-pieces (every piece of Clothing Co-Parsing) or snapshot.
  std::string kind;
  std::string path;
  double share = 1.0;  ///< photos an epoch relative to the first folder (1 for the first)
};

}  // namespace jaedan::inference
