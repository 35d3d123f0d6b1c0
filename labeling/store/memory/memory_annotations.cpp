#include "labeling/store/memory/memory_store.h"

#include "labeling/store/annotation_json.h"
#include "labeling/store/people/task_rules.h"
#include "labeling/store/program.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling {

/// Everything that may refuse a save, so that `store` cannot fail.
Status MemoryStore::check_save(const Annotation& annotation, const ChangeNote& note, std::int64_t revision) {
  JAEDAN_RETURN_IF_ERROR(check_storable(annotation));
  JAEDAN_RETURN_IF_ERROR(check_storable(note));
  JAEDAN_ASSIGN_OR_RETURN(const Entry* entry, find(annotation.photo));
  if (note.worker) JAEDAN_RETURN_IF_ERROR(find_person(note.worker));
  if (note.ends && entry->task != note.ends) return task_over(note.ends);
  if (entry->annotation.revision == revision) return {};
  return Error{ErrorCode::kConflict,
               "store.photo_changed",
               "photo {0} was changed by somebody else (revision {1}, yours started from {2}); load it again",
               {annotation.photo.value, entry->annotation.revision, annotation.revision}};
}

void MemoryStore::store(const Annotation& annotation, const ChangeNote& note) {
  Entry& entry = state_.entries[annotation.photo];
  for (const Garment& garment : entry.annotation.garments) {
    if (find_garment(annotation, garment.id)) continue;
    for (auto& [model, vectors] : state_.embeddings) vectors.erase({annotation.photo, garment.id});
  }
  RecordFacts before = record_facts(entry.annotation);
  const bool was_approved = entry.annotation.state == WorkflowState::kApproved;
  if (was_approved || annotation.state == WorkflowState::kApproved) approved_changed(annotation.photo);
  entry.annotation = annotation;
  ++entry.annotation.revision;
  entry.held = false;
  if (annotation.state != WorkflowState::kReturned) entry.returned_to.reset();
  if (note.worker) entry.workers.insert(note.worker);
  if (note.ends) end(state_.tasks[note.ends], TaskState::kSubmitted, "", moment(utc_now()));

  ChangeRecord record;
  static_cast<LogRecord&>(record) = log(LogSubject::of_photo(annotation.photo), note, entry.annotation.revision,
                                        annotation_to_json(entry.annotation));
  count(record, std::move(before), record_facts(entry.annotation));
  record.before = entry.changes.empty() ? std::string() : entry.changes.back().after;
  entry.changes.push_back(std::move(record));
}

Result<Annotation> MemoryStore::annotation(PhotoId id) {
  const Lock lock(mutex_);
  JAEDAN_ASSIGN_OR_RETURN(Entry * entry, find(id));
  return entry->annotation;
}

Result<std::int64_t> MemoryStore::save(const Annotation& annotation, const ChangeNote& note,
                                       const std::optional<std::string>& history) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_save(annotation, note, annotation.revision));
  store(annotation, note);
  if (history) state_.entries[annotation.photo].history = *history;
  return annotation.revision + 1;
}

Status MemoryStore::save_all(const std::vector<Annotation>& annotations, const ChangeNote& note) {
  const Lock lock(mutex_);
  std::map<PhotoId, std::int64_t> seen;
  for (const Annotation& annotation : annotations) {
    // The same photo twice: the second must have seen what the first makes of it.
    JAEDAN_RETURN_IF_ERROR(check_save(annotation, note, annotation.revision - seen[annotation.photo]++));
  }
  for (const Annotation& annotation : annotations) store(annotation, note);
  return {};
}

Result<std::string> MemoryStore::history(PhotoId id) {
  const Lock lock(mutex_);
  JAEDAN_ASSIGN_OR_RETURN(Entry * entry, find(id));
  return entry->history;
}

Result<std::vector<ChangeRecord>> MemoryStore::changes(PhotoId id) {
  const Lock lock(mutex_);
  JAEDAN_ASSIGN_OR_RETURN(Entry * entry, find(id));
  return entry->changes;
}

Result<std::string> MemoryStore::begun_shape(PhotoId id, const std::string& who) {
  const Lock lock(mutex_);
  JAEDAN_ASSIGN_OR_RETURN(const Entry* entry, find(id));
  const auto begun = entry->begun_shapes.find(who);
  return begun == entry->begun_shapes.end() ? std::string() : begun->second;
}

Status MemoryStore::set_begun_shape(PhotoId id, const std::string& who, const std::string& bytes) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_name(who));
  JAEDAN_ASSIGN_OR_RETURN(Entry * entry, find(id));
  entry->begun_shapes[who] = bytes;
  return {};
}

}  // namespace jaedan::labeling
