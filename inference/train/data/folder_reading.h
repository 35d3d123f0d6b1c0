#pragma once

#include <functional>
#include <string>
#include <vector>

#include "inference/train/data/data_folders.h"

namespace jaedan::inference {

/// What the folder readers share.

/// Whole file as text.
Result<std::string> read_text(const std::string& path);
/// Rows of a plain comma-separated file (no quotes), without its head line; every row as long as the head.
Result<std::vector<std::vector<std::string>>> read_csv(const std::string& path);
/// kCorrupt: the table lacks one of `columns` ("image,label").
Error columns_missing(const std::string& path, const char* columns);
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
