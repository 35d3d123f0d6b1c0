#include "labeling/dataset/verify_snapshot.h"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "labeling/base/file_system.h"
#include "labeling/io/image_decoder.h"
#include "labeling/dataset/snapshot_item.h"

namespace jaedan::labeling {
namespace {

constexpr std::uint64_t kIndexLimitBytes = std::uint64_t{4} << 30;

Result<nlohmann::json> read_index(const std::string& path) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string text, disk().read(path, kIndexLimitBytes));
  nlohmann::json index = nlohmann::json::parse(text, nullptr, false);
  if (index.is_discarded()) return Error{ErrorCode::kCorrupt, path + ": is no JSON"};
  return index;
}

/// An item of snapshot.json with what its files say now: all that the hash is over.
Result<SnapshotItem> item_on_disk(const std::string& folder, const nlohmann::json& json) {
  SnapshotItem item;
  item.file_name = json.at("name").get<std::string>();
  const std::optional<Split> split = split_from_id(json.at("split").get<std::string>());
  if (!split) return Error{ErrorCode::kCorrupt, folder + "/snapshot.json: unknown split of " + item.file_name};
  item.split = *split;
  JAEDAN_ASSIGN_OR_RETURN(const Mask mask, read_mask(folder + "/" + json.at("mask").get<std::string>()));
  item.photo.width = mask.width;
  item.photo.height = mask.height;
  JAEDAN_ASSIGN_OR_RETURN(const Sha256::Digest labels, sha256_of_file(folder + "/labels/" + item.file_name + ".json"));
  item.label_hash = hex_of(labels);
  return item;
}

Result<std::vector<SnapshotItem>> items_on_disk(const std::string& folder, const nlohmann::json& index) {
  std::vector<SnapshotItem> items;
  try {
    for (const nlohmann::json& json : index.at("items")) {
      JAEDAN_ASSIGN_OR_RETURN(SnapshotItem item, item_on_disk(folder, json));
      items.push_back(std::move(item));
    }
  } catch (const nlohmann::json::exception& error) {
    return Error{ErrorCode::kCorrupt, folder + "/snapshot.json: " + error.what()};
  }
  return items;
}

}  // namespace

Status verify_snapshot(const std::string& project_folder, const SnapshotInfo& info) {
  const std::string folder = project_folder + "/" + info.folder;
  std::error_code failed;
  if (!std::filesystem::is_directory(folder, failed)) return Error{ErrorCode::kNotFound, folder + ": is gone"};
  JAEDAN_ASSIGN_OR_RETURN(const nlohmann::json index, read_index(folder + "/snapshot.json"));
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<SnapshotItem> items, items_on_disk(folder, index));
  if (hex_of(hash_of(items)) == info.hash) return {};
  return Error{ErrorCode::kCorrupt, folder + ": its labels are not those that were frozen; the hash differs"};
}

}  // namespace jaedan::labeling
