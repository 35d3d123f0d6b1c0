#include "labeling/store/memory/memory_store.h"

#include "labeling/store/storable.h"

namespace jaedan::labeling {

Result<MemoryStore::Entry*> MemoryStore::find(PhotoId id) {
  const auto entry = state_.entries.find(id);
  if (entry != state_.entries.end()) return &entry->second;
  return Error{ErrorCode::kNotFound, "store.photo_unknown", "there is no photo {0} in this project", {id.value}};
}

Result<SnapshotId> MemoryStore::add_snapshot(const SnapshotInfo& info) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_storable(info));
  for (const SnapshotInfo& known : state_.snapshots) {
    if (known.hash == info.hash) {
      return Error{
          ErrorCode::kConflict, "store.snapshot_exists", "there is a snapshot with the hash {0} already", {info.hash}};
    }
  }
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

Status MemoryStore::push_champion(const std::string& model_id) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_name(model_id));
  state_.champions.push_back(model_id);
  return {};
}

Status MemoryStore::pop_champion() {
  const Lock lock(mutex_);
  if (state_.champions.empty()) return no_champion();
  state_.champions.pop_back();
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
