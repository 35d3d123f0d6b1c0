#include "labeling/store/memory/memory_store.h"

#include "labeling/store/log_content.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling {

Result<MemoryStore::Entry*> MemoryStore::find(PhotoId id) {
  const auto entry = state_.entries.find(id);
  if (entry != state_.entries.end()) return &entry->second;
  return Error{ErrorCode::kNotFound, "store.photo_unknown", "there is no photo {0} in this project", {id.value}};
}

Result<SnapshotId> MemoryStore::add_snapshot(const SnapshotInfo& info, const ChangeNote& note) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_storable(info));
  JAEDAN_RETURN_IF_ERROR(check_storable(note));
  for (const SnapshotInfo& known : state_.snapshots) {
    if (known.hash == info.hash) {
      return Error{
          ErrorCode::kConflict, "store.snapshot_exists", "there is a snapshot with the hash {0} already", {info.hash}};
    }
  }
  JAEDAN_RETURN_IF_ERROR(append_to_log({SubjectKind::kSnapshot, info.hash}, note, snapshot_content(info)));
  state_.snapshots.push_back(info);
  return state_.snapshots.back().id = SnapshotId{static_cast<std::int64_t>(state_.snapshots.size())};
}

Result<std::vector<SnapshotInfo>> MemoryStore::snapshots() {
  const Lock lock(mutex_);
  return state_.snapshots;
}

Result<std::vector<std::string>> MemoryStore::champions() {
  const Lock lock(mutex_);
  return state_.champions;
}

Status MemoryStore::push_champion(const std::string& model_id, const ChangeNote& note) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_name(model_id));
  JAEDAN_RETURN_IF_ERROR(append_to_log({SubjectKind::kModel, model_id}, note, champion_content(model_id)));
  state_.champions.push_back(model_id);
  return {};
}

Status MemoryStore::pop_champion(const ChangeNote& note) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_storable(note));
  std::vector<std::string>& champions = state_.champions;
  if (champions.empty()) return no_champion();
  const std::string gone = champions.back();
  champions.pop_back();
  log({SubjectKind::kModel, gone}, note, 0, champion_content(champions.empty() ? std::string() : champions.back()));
  return {};
}

Status MemoryStore::batch(const std::function<Status()>& work) {
  const Lock lock(mutex_);
  if (in_batch_) return Error{ErrorCode::kInvalidArgument, "store.batch_in_batch", "a batch cannot run inside another"};
  const State before = state_;
  in_batch_ = true;
  Status done = work();
  in_batch_ = false;
  if (!done.ok()) state_ = before;
  return done;
}

Result<std::vector<Message>> MemoryStore::verify() { return std::vector<Message>(); }

std::unique_ptr<Store> make_memory_store() { return std::make_unique<MemoryStore>(); }

}  // namespace jaedan::labeling
