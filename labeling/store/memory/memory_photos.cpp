#include "labeling/store/memory/memory_store.h"

#include <algorithm>

#include "labeling/base/utf8.h"
#include "labeling/review/user.h"
#include "labeling/store/log_content.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling {

PhotoRow MemoryStore::row_of(const Entry& entry) {
  PhotoRow row;
  row.photo = entry.photo;
  row.state = entry.annotation.state;
  row.garment_count = static_cast<int>(entry.annotation.garments.size());
  row.unseen_count = static_cast<int>(origins_of(entry.annotation).unseen);
  row.has_prediction = entry.prediction.has_value();
  if (entry.prediction) row.worst_score = worst_score_of(*entry.prediction);
  if (!entry.changes.empty()) {
    row.worker = entry.changes.back().note.who;
    row.changed_at = entry.changes.back().at;
  }
  row.revision = entry.annotation.revision;
  for (const Garment& garment : entry.annotation.garments) row.parts |= 1U << static_cast<unsigned>(garment.part);
  return row;
}

bool MemoryStore::passes(const Entry& entry, const PhotoFilter& filter) const {
  if (!filter.only.empty() && std::find(filter.only.begin(), filter.only.end(), entry.photo.id) == filter.only.end()) {
    return false;
  }
  const PhotoRow row = row_of(entry);
  if (!passes_what_is_said(row, entry.annotation, filter)) return false;
  if (search_key(row.photo.name).find(search_key(filter.text)) == std::string::npos) return false;
  if (!filter.in_hands_of.empty()) {
    const auto task = state_.tasks.find(entry.task);
    if (task == state_.tasks.end()) return false;
    const auto holder = state_.people.find(task->second.user);
    const bool theirs =
        holder != state_.people.end() && user_key(holder->second.user.name) == user_key(filter.in_hands_of);
    if (!theirs) return false;
  }
  if ((filter.min_score || filter.max_score) && !row.has_prediction) return false;
  if (filter.min_score && row.worst_score < *filter.min_score) return false;
  return !filter.max_score || row.worst_score <= *filter.max_score;
}

Result<std::vector<PhotoId>> MemoryStore::add_photos(const std::vector<Photo>& photos) {
  const Lock lock(mutex_);
  for (const Photo& photo : photos) JAEDAN_RETURN_IF_ERROR(check_storable(photo));
  std::vector<PhotoId> ids;
  for (const Photo& photo : photos) {
    const auto [known, is_new] =
        state_.id_by_path.try_emplace(photo.path, PhotoId{static_cast<std::int64_t>(state_.id_by_path.size()) + 1});
    Entry& entry = state_.entries[known->second];
    if (is_new) {
      entry.photo = photo;
      entry.photo.id = entry.annotation.photo = known->second;
      entry.photo.name = utf8_composed(photo.name);
    }
    if (entry.annotation.revision == 0 && !entry.prediction) {  // else it is said of the old size
      entry.photo.width = photo.width;
      entry.photo.height = photo.height;
    }
    ids.push_back(known->second);
  }
  return ids;
}

Result<Photo> MemoryStore::photo(PhotoId id) {
  const Lock lock(mutex_);
  JAEDAN_ASSIGN_OR_RETURN(Entry * entry, find(id));
  return entry->photo;
}

Result<std::optional<Photo>> MemoryStore::photo_named(const std::string& name) {
  const Lock lock(mutex_);
  const std::string composed = utf8_composed(name);
  for (const auto& [id, entry] : state_.entries) {
    if (entry.photo.name == composed) return std::optional<Photo>(entry.photo);
  }
  return std::optional<Photo>();
}

Status MemoryStore::update_photo(const Photo& photo, const ChangeNote& note) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_storable(photo));
  JAEDAN_RETURN_IF_ERROR(check_storable(note));
  JAEDAN_ASSIGN_OR_RETURN(Entry * entry, find(photo.id));
  const auto taken = state_.id_by_path.find(photo.path);
  if (taken != state_.id_by_path.end() && taken->second != photo.id) return path_taken(photo.path);
  state_.id_by_path.erase(entry->photo.path);
  state_.id_by_path[photo.path] = photo.id;
  const bool has_other_size = entry->photo.width != photo.width || entry->photo.height != photo.height;
  if (has_other_size) answers_changed(photo.id);
  entry->photo.path = photo.path;
  entry->photo.width = photo.width;
  entry->photo.height = photo.height;
  log(LogSubject::of_photo(photo.id), note, 0, photo_content(photo));
  return {};
}

Result<std::vector<PhotoRow>> MemoryStore::list(const PhotoFilter& filter, PhotoId after, int limit) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_storable(filter, limit));
  std::vector<PhotoRow> rows;
  for (auto it = state_.entries.upper_bound(after); it != state_.entries.end(); ++it) {
    if (static_cast<int>(rows.size()) >= limit) break;
    if (passes(it->second, filter)) rows.push_back(row_of(it->second));
  }
  return rows;
}

Result<std::vector<PhotoRow>> MemoryStore::list_in_order(const PhotoFilter& filter, PhotoOrder order,
                                                         const std::optional<PhotoRow>& after, int limit) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_storable(filter, limit));
  std::vector<PhotoRow> rows;
  for (const auto& [id, entry] : state_.entries) {
    if (!passes(entry, filter)) continue;
    PhotoRow row = row_of(entry);
    if (!after || stands_before(*after, row, order)) rows.push_back(std::move(row));
  }
  std::sort(rows.begin(), rows.end(), [&](const PhotoRow& a, const PhotoRow& b) { return stands_before(a, b, order); });
  if (rows.size() > static_cast<std::size_t>(limit)) rows.resize(static_cast<std::size_t>(limit));
  return rows;
}

Result<std::vector<PhotoRow>> MemoryStore::rows(const std::vector<PhotoId>& ids) {
  const Lock lock(mutex_);
  std::vector<PhotoRow> rows;
  for (const PhotoId id : ids) {
    JAEDAN_ASSIGN_OR_RETURN(const Entry* entry, find(id));
    rows.push_back(row_of(*entry));
  }
  return rows;
}

Result<std::int64_t> MemoryStore::count(const PhotoFilter& filter) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_storable(filter, 0));
  return std::count_if(state_.entries.begin(), state_.entries.end(),
                       [&](const auto& entry) { return passes(entry.second, filter); });
}

Result<ProjectFigures> MemoryStore::figures(const PhotoFilter& filter) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_storable(filter, 0));
  ProjectFigures figures;
  const auto add_values = [&](const AttributeValues& values) {
    for (const AttributeValue& value : values) ++figures.values[value.attribute];
  };
  for (const auto& [id, entry] : state_.entries) {
    if (!passes(entry, filter)) continue;
    const PhotoRow row = row_of(entry);
    figures.by_state[static_cast<std::size_t>(row.state)] +=
        {1, row.garment_count, row.unseen_count, row.unseen_count > 0 ? 1 : 0, row.has_prediction ? 1 : 0};
    add_values(entry.annotation.image_attributes);
    for (const Garment& garment : entry.annotation.garments) {
      ++figures.garments_by_part[garment.part];
      add_values(garment.attributes);
    }
    if (!row.worker.empty()) ++figures.workers[row.worker];
  }
  return figures;
}

Status MemoryStore::set_source_file(PhotoId id, const std::string& bytes) {
  const Lock lock(mutex_);
  JAEDAN_ASSIGN_OR_RETURN(Entry * entry, find(id));
  entry->source_file = bytes;
  return {};
}

Result<std::string> MemoryStore::source_file(PhotoId id) {
  const Lock lock(mutex_);
  JAEDAN_ASSIGN_OR_RETURN(Entry * entry, find(id));
  return entry->source_file;
}

}  // namespace jaedan::labeling
