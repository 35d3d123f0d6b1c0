#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "labeling/domain/ids.h"

namespace jaedan::labeling {

/// Who makes a change and what they were doing; stored with the change.
struct ChangeNote {
  std::string who;        ///< user name, or the model's id for an explicit batch rule
  std::string action;     ///< the deed (labeling/review/deed.h, project_deed.h), or "undo_" and the deed
  std::string role = {};  ///< in which role it was done (labeling/review/actor.h); empty where roles are not known
  /// The person whose work on the photo it is, who is not given it to inspect; none where it is no work or no team's.
  UserId worker = {};
  /// The task in hand that the change ends as submitted, in the same transaction (people/task_store.h); kConflict when
  /// it is over. Neither is part of the log.
  TaskId ends = {};
};

/// What a record of the change log is about.
enum class SubjectKind { kPhoto, kUser, kTask, kModel, kSnapshot, kSetting };

/// ASCII id: photo, user, task, model, snapshot, setting. It is part of every hash: never change one.
std::string_view id_of(SubjectKind kind);
/// kSetting for text that is no such id: a record that holds it fits no hash.
SubjectKind subject_kind_from(std::string_view id);

struct LogSubject {
  SubjectKind kind = SubjectKind::kPhoto;
  std::string name = {};  ///< of a user, task, model, snapshot (its hash) or setting; empty for a photo
  PhotoId photo = {};     ///< of a photo, and of a task that is about one

  static LogSubject of_photo(PhotoId id) { return {SubjectKind::kPhoto, {}, id}; }
};

/// One record of the change log: the log of the whole project, numbered 1, 2, 3, … without gaps, each record bound to
/// the one before by its hash (audit_chain.h).
struct LogRecord {
  std::int64_t number = 0;
  std::string at;  ///< UTC, "2026-01-31T23:59:59.123Z", by the clock of the machine that wrote it
  ChangeNote note;
  std::string program;  ///< program and version that wrote it
  LogSubject subject;
  std::int64_t revision = 0;  ///< of the annotation that `after` is; 0 for records about anything else
  std::string after;          ///< what is so after it, as JSON: an annotation (annotation_json.h), or an object
  std::string hash;           ///< 64 hexadecimal digits
};

/// A record about an annotation, with what was so before.
struct ChangeRecord : LogRecord {
  std::string before;  ///< the annotation before, as JSON; empty for the first
};

}  // namespace jaedan::labeling
