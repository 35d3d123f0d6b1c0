#include "app/workflow/models/make_snapshot.h"

#include "app/workflow/audit/change_note.h"
#include "app/workflow/people/acting_user.h"
#include "app/workflow/project/photo_places.h"

namespace jaedan::workflow {

Result<labeling::MadeSnapshot> make_snapshot(Project& project, const labeling::PhotoFilter& filter,
                                             const Actor& manager, bool without_models_own, const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(check_may(project, manager, Deed::kManage));
  JAEDAN_RETURN_IF_ERROR(project.store().may_write());
  const auto progress = [&watch](labeling::SnapshotPass pass, std::int64_t done, std::int64_t total) {
    watch.report({pass == labeling::SnapshotPass::kReading ? "reading labels" : "freezing", done, total, ""});
    return !watch.cancelled();
  };
  const labeling::ChangeNote note = change_note(manager, ProjectDeed::kSnapshot);
  labeling::SnapshotRequest request{project.place().folder, filter, manager.name, without_models_own, note.role};
  request.trouble_of = [&project](const Photo& photo) {
    return trouble_sentence(photo, look_at_photo_file(project, photo));
  };
  return labeling::make_snapshot(project.store(), request, progress);
}

Result<labeling::SnapshotInfo> find_snapshot(Project& project, const std::string& hash) {
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<labeling::SnapshotInfo> snapshots, project.store().snapshots());
  for (auto snapshot = snapshots.rbegin(); snapshot != snapshots.rend(); ++snapshot) {
    if (snapshot->hash.rfind(hash, 0) == 0) return *snapshot;
  }
  if (hash.empty()) {
    return Error{ErrorCode::kNotFound, "snapshot.none_yet",
                 "this project has no snapshot yet; make one with `jaedan snapshot`"};
  }
  return Error{ErrorCode::kNotFound, "snapshot.not_in_project", "this project has no snapshot '{0}'", {hash}};
}

std::string snapshot_folder(const Project& project, const labeling::SnapshotInfo& snapshot) {
  return project.place().folder + "/" + snapshot.folder;
}

}  // namespace jaedan::workflow
