#include "labeling/dataset/known_sides.h"

#include "labeling/dataset/snapshot_index.h"

namespace jaedan::labeling {
namespace {

Status read_sides(const std::string& folder, std::map<std::string, Split>& sides) {
  const Result<SnapshotIndex> index = read_snapshot(folder);
  if (!index.ok()) return index.error().code == ErrorCode::kNotFound ? Status() : Status(index.error());
  for (const SnapshotPhoto& photo : index->photos) sides.emplace(photo.photo, photo.split);
  return {};
}

}  // namespace

Result<std::map<std::string, Split>> known_sides(ProjectFacts& facts, const std::string& project_folder) {
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<SnapshotInfo> snapshots, facts.snapshots());
  std::map<std::string, Split> sides;
  for (const SnapshotInfo& snapshot : snapshots) {
    JAEDAN_RETURN_IF_ERROR(read_sides(project_folder + "/" + snapshot.folder, sides));
  }
  return sides;
}

}  // namespace jaedan::labeling
