#include "labeling/dataset/known_sides.h"

#include <nlohmann/json.hpp>

#include "labeling/base/file_system.h"

namespace jaedan::labeling {
namespace {

constexpr std::uint64_t kLimitBytes = std::uint64_t{4} << 30;

Status read_sides(const std::string& path, std::map<std::string, Split>& sides) {
  const Result<std::string> text = disk().read(path, kLimitBytes);
  if (!text.ok()) return text.error().code == ErrorCode::kNotFound ? Status() : Status(text.error());
  try {
    const auto json = nlohmann::json::parse(*text);
    for (const auto& item : json.at("items")) {
      const std::optional<Split> side = split_from_id(item.at("split").get<std::string>());
      if (!side) return Error{ErrorCode::kCorrupt, path + ": unknown split"};
      sides.emplace(item.at("photo").get<std::string>(), *side);
    }
  } catch (const nlohmann::json::exception& error) {
    return Error{ErrorCode::kCorrupt, path + ": " + error.what()};
  }
  return {};
}

}  // namespace

Result<std::map<std::string, Split>> known_sides(Store& store, const std::string& project_folder) {
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<SnapshotInfo> snapshots, store.snapshots());
  std::map<std::string, Split> sides;
  for (const SnapshotInfo& snapshot : snapshots) {
    JAEDAN_RETURN_IF_ERROR(read_sides(project_folder + "/" + snapshot.folder + "/snapshot.json", sides));
  }
  return sides;
}

}  // namespace jaedan::labeling
