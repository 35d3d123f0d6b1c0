#include "labeling/dataset/verify_snapshot.h"

#include <filesystem>

#include "labeling/dataset/snapshot_index.h"
#include "labeling/dataset/snapshot_item.h"
#include "labeling/io/image_decoder.h"

namespace jaedan::labeling {
namespace {

/// A photo of snapshot.json with what its files say now: all that the hash is over.
Result<SnapshotItem> item_on_disk(const std::string& folder, const SnapshotPhoto& photo) {
  SnapshotItem item;
  item.file_name = photo.name;
  item.split = photo.split;
  JAEDAN_ASSIGN_OR_RETURN(const Mask mask, read_mask(path_in_snapshot(folder, photo.mask)));
  item.photo.width = mask.width;
  item.photo.height = mask.height;
  JAEDAN_ASSIGN_OR_RETURN(const Sha256::Digest labels, sha256_of_file(folder + "/labels/" + item.file_name + ".json"));
  item.label_hash = hex_of(labels);
  return item;
}

}  // namespace

Status verify_snapshot(const std::string& project_folder, const SnapshotInfo& info) {
  const std::string folder = project_folder + "/" + info.folder;
  std::error_code failed;
  if (!std::filesystem::is_directory(folder, failed)) {
    return Error{ErrorCode::kNotFound, "snapshot.gone", "{0}: is gone", {folder}};
  }
  JAEDAN_ASSIGN_OR_RETURN(const SnapshotIndex index, read_snapshot(folder));
  std::vector<SnapshotItem> items;
  for (const SnapshotPhoto& photo : index.photos) {
    JAEDAN_ASSIGN_OR_RETURN(SnapshotItem item, item_on_disk(folder, photo));
    items.push_back(std::move(item));
  }
  if (hex_of(hash_of(items)) == info.hash) return {};
  return Error{ErrorCode::kCorrupt,
               "snapshot.changed",
               "{0}: its labels are not those that were frozen; the hash differs",
               {folder}};
}

}  // namespace jaedan::labeling
