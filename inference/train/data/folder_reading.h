#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "inference/train/data/data_folders.h"

namespace jaedan::inference {

/// What the folder readers share.

/// Whole file as text.
Result<std::string> read_text(const std::string& path);
/// A table with a head line.
struct NamedTable {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  ///< every one as long as `columns`

  /// Its place; `name` must be a column.
  std::size_t column(std::string_view name) const;
};
/// A table that has at least `needed` columns. kNotFound; kCorrupt: no table, a row that is not as long as the head, a
/// column is missing.
Result<NamedTable> read_table(const std::string& path, const std::vector<std::string_view>& needed);
/// The photo as everybody else sees it (labeling/io/image_decoder.h), scaled down to `options.area_px`. Masks are read
/// by the same decoder (labeling::read_mask).
Result<Image> read_photo(const std::string& path, const FolderOptions& options);
/// Nearest pixel; for labels.
Mask scale_labels(const Mask& mask, int width, int height);
Result<Split> split_from_word(const std::string& word, const std::string& where);

/// Calls `read(i)` for 0 ≤ i < count on a few threads and returns the items in order, or the first error.
Result<std::vector<TrainingItem>> read_items(std::size_t count, const FolderOptions& options,
                                             const std::function<Result<TrainingItem>(std::size_t)>& read);

}  // namespace jaedan::inference
