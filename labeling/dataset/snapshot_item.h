#pragma once

#include <map>
#include <string>
#include <vector>

#include "labeling/base/sha256.h"
#include "labeling/dataset/split.h"
#include "labeling/domain/annotation.h"

namespace jaedan::labeling {

/// What a snapshot remembers of a photo while it is made: all but its regions, so that a million fit.
struct SnapshotItem {
  Photo photo;
  std::string file_name;                          ///< of its mask and labels, without ending; unique in the snapshot
  std::string photo_path;                         ///< as snapshot.json has it
  std::string label_hash;                         ///< SHA-256 of its labels file
  std::vector<Part> parts;                        ///< each once
  std::map<std::string, std::string> categories;  ///< category of each part that has one
  Split split = Split::kTrain;
};

/// All but the file name and the split.
SnapshotItem item_of(const Photo& photo, const Annotation& annotation);
/// The labels file: the annotation without photo id and revision, which differ between projects and from one
/// return and approval to the next. Of who handled a garment only this is kept: whether anybody looked at a model's.
std::string label_text(const Annotation& annotation);
/// The hash over all items, in their order.
Sha256::Digest hash_of(const std::vector<SnapshotItem>& items);
/// The text of snapshot.json (snapshot_index.h).
std::string index_text(const std::vector<SnapshotItem>& items, const std::string& hash);

}  // namespace jaedan::labeling
