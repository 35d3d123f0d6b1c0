#pragma once

#include <map>
#include <string>

#include "inference/train/data/data_folders.h"

namespace jaedan::inference {

/// Where a folder of photos says what is known of the bodies in them: body/NAME.png, BodyPix's 24 parts (0 nobody), and
/// keypoints.csv.
struct BodyFolder {
  std::string maps;                             ///< folder of the PNGs; empty: none
  std::map<std::string, KeyPoints> key_points;  ///< by photo
};

/// Of `folder`; empty without FolderOptions::with_body, and what is not there is unknown. keypoints.csv has the column
/// image and, for each key point in COCO's order, x, y and score: nose_x, nose_y, nose_s, leye_x … rank_s. A point that
/// lies beside its photo is unknown. kCorrupt names the file: a column is missing, a cell is no number, a score is not
/// in [0, 1].
Result<BodyFolder> find_bodies(const std::string& folder, const FolderOptions& options);

/// Fills `body` and `key_points` of the item by its name; leaves them where nothing is known. Maps are scaled down to
/// what a network's cells can tell apart. kCorrupt names the PNG: no mask, a value above 24.
Status read_body(const BodyFolder& bodies, TrainingItem& item);

}  // namespace jaedan::inference
