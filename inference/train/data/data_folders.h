#pragma once

#include <atomic>
#include <optional>
#include <string>

#include "inference/train/data/data_folder.h"
#include "inference/train/data/training_item.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// Reading options shared by all kinds of folder.
struct FolderOptions {
  double area_px = 280.0 * 416.0;  ///< photos are scaled down to this area
  std::optional<Split> only;       ///< read this split only
  bool as_published = false;       ///< Clothing Co-Parsing without repairs.csv and labels
  bool with_origins = false;       ///< fills TrainingItem::outlines
  bool for_clicks = false;         ///< kinds that teach clicks alone are read, others that cannot are not
  /// Fills TrainingItem::body and key_points (body_folder.h) of the kinds ccp, ccp-published, ccp-words and attributes,
  /// and reads photos of which nothing else is known as well.
  bool with_body = false;
  const std::atomic<bool>* cancel = nullptr;  ///< looked at between photos
};

/// Clothing Co-Parsing's form: photos/NAME.jpg, masks/NAME.png (values index labels.txt), split.csv (image,split)
/// and parts.json, which maps words to parts and K-Fashion categories. Words of its "ignore" list teach nothing. Where
/// they are, repairs.csv (ccp_repairs.h) corrects the masks, and labels (ccp_labels.h) say what is worn and what it is.
/// Errors name the file: kNotFound, kCorrupt (sizes that differ, values beyond labels.txt), kCancelled.
Result<std::vector<TrainingItem>> read_ccp_folder(const std::string& folder, const FolderOptions& options);

/// The same folder to learn clicks from: `labels` are its words' numbers, `pieces` every word in a photo and every
/// part.
Result<std::vector<TrainingItem>> read_ccp_pieces_folder(const std::string& folder, const FolderOptions& options);

/// A snapshot or a set of drawn photos (labeling/dataset/snapshot_index.h), with all that its labels say. A part
/// without pixels is not there, unless it is uncertain.
Result<std::vector<TrainingItem>> read_snapshot_folder(const std::string& folder, const FolderOptions& options);

/// Photos of single garments: images/NAME.jpg, images.csv (image,label,kids). Nothing is known of their pixels
/// but the one category and part, and that it is the only one; classes that mean several categories are left out. One
/// photo in ten is split val.
Result<std::vector<TrainingItem>> read_clothing_folder(const std::string& folder, const FolderOptions& options);

/// Crops of dresses of which the print is known: NAME.jpg, images.csv (image,class,split). The middle of a crop is
/// dress, nothing is known of what lies around it and of which parts are worn. Classes without a word of their own
/// among the prints are left out (the table is in prints_folder.cpp).
Result<std::vector<TrainingItem>> read_prints_folder(const std::string& folder, const FolderOptions& options);

/// Photos of which only words are known (tagged_photos.h; the kinds ccp-words and attributes): which parts there are,
/// nothing of their pixels.
Result<std::vector<TrainingItem>> read_words_folder(const DataFolder& folder, const FolderOptions& options);

}  // namespace jaedan::inference
