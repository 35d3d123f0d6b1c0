#include "app/workflow/people/sight.h"

#include <algorithm>
#include <utility>

#include "labeling/store/annotation_json.h"
#include "labeling/store/counts/count_record.h"
#include "labeling/store/program.h"
#include "labeling/store/storable.h"

namespace jaedan::workflow {
namespace {

using labeling::ChangeRecord;
using labeling::LogQuery;
using labeling::LogRecord;
using labeling::PhotoFilter;
using labeling::PhotoOrder;
using labeling::PhotoRow;
using labeling::SubjectKind;
using labeling::Task;

constexpr int kSightPage = 1000;

/// Revisions of an answer are its own and begin small: none is shown.
std::string without_revision(const std::string& json) {
  Result<Annotation> annotation = labeling::annotation_from_json(json);
  if (!annotation.ok()) return json;
  annotation->revision = 0;
  return labeling::annotation_to_json(*annotation);
}

/// All records that a search finds, the oldest first.
Result<std::vector<LogRecord>> all_records(labeling::Store& store, const LogQuery& query) {
  std::vector<LogRecord> all;
  std::optional<labeling::LogPlace> place;
  while (true) {
    JAEDAN_ASSIGN_OR_RETURN(std::vector<LogRecord> page, store.search_log(query, place, kSightPage));
    const bool last = static_cast<int>(page.size()) < kSightPage;
    if (!page.empty()) place = labeling::LogPlace{page.back().at, page.back().number};
    for (LogRecord& record : page) all.push_back(std::move(record));
    if (last) break;
  }
  std::sort(all.begin(), all.end(), [](const LogRecord& a, const LogRecord& b) { return a.number < b.number; });
  return all;
}

}  // namespace

Result<Sight> Sight::of(const Project& project, const std::string& who) {
  Sight sight(project);
  if (who.empty()) return sight;
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<User> user, store.user_named(who));
  if (!user || user->roles.has(Role::kManager)) return sight;
  sight.who_ = user->name;
  for (TaskId last;;) {
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<Task> page,
                            store.tasks_in_hand(user->id, last, kSightPage, labeling::utc_now()));
    if (page.empty()) return sight;
    for (const Task& task : page) {
      if (task.stage != Stage::kInspect) sight.tasks_[task.photo] = task;
    }
    last = page.back().id;
  }
}

Result<std::vector<PhotoRow>> Sight::list(const PhotoFilter& filter, PhotoOrder order,
                                          const std::optional<PhotoRow>& after, int limit) const {
  labeling::Store& store = project_->store();
  if (tasks_.empty()) return store.list_in_order(filter, order, after, limit);
  JAEDAN_ASSIGN_OR_RETURN(std::vector<PhotoRow> rows, in_hand(filter, order, after));
  const std::size_t most = rows.size() + static_cast<std::size_t>(limit);
  std::optional<PhotoRow> last = after;
  while (rows.size() < most) {
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<PhotoRow> page, store.list_in_order(filter, order, last, limit));
    for (const PhotoRow& row : page) {
      if (tasks_.count(row.photo.id) == 0) rows.push_back(row);
    }
    if (static_cast<int>(page.size()) < limit) break;
    last = page.back();
  }
  std::sort(rows.begin(), rows.end(),
            [&](const PhotoRow& a, const PhotoRow& b) { return labeling::stands_before(a, b, order); });
  if (rows.size() > static_cast<std::size_t>(limit)) rows.resize(static_cast<std::size_t>(limit));
  return rows;
}

Result<std::vector<PhotoRow>> Sight::rows(const std::vector<PhotoId>& ids) const {
  JAEDAN_ASSIGN_OR_RETURN(std::vector<PhotoRow> rows, project_->store().rows(ids));
  for (PhotoRow& row : rows) {
    JAEDAN_ASSIGN_OR_RETURN(row, seen(std::move(row)));
  }
  return rows;
}

Result<std::vector<PhotoRow>> Sight::in_hand(const PhotoFilter& filter, PhotoOrder order,
                                             const std::optional<PhotoRow>& after) const {
  PhotoFilter others = labeling::without_what_is_said(filter);
  std::vector<PhotoId> only;
  for (const auto& [photo, task] : tasks_) {
    const bool is_asked =
        filter.only.empty() || std::find(filter.only.begin(), filter.only.end(), photo) != filter.only.end();
    if (is_asked) only.push_back(photo);
  }
  std::vector<PhotoRow> found;
  if (only.empty()) return found;
  others.only = std::move(only);
  JAEDAN_ASSIGN_OR_RETURN(std::vector<PhotoRow> rows,
                          project_->store().list(others, PhotoId{}, static_cast<int>(others.only.size())));
  for (PhotoRow& one : rows) {
    JAEDAN_ASSIGN_OR_RETURN(PhotoRow row, seen(std::move(one)));
    JAEDAN_ASSIGN_OR_RETURN(const Annotation said, annotation_of(tasks_.at(row.photo.id)));
    if (!labeling::passes_what_is_said(row, said, filter)) continue;
    if (!after || labeling::stands_before(*after, row, order)) found.push_back(std::move(row));
  }
  return found;
}

Result<Annotation> Sight::annotation_of(const Task& task) const {
  labeling::Store& store = project_->store();
  if (!task.answer) return store.annotation(task.photo);
  JAEDAN_ASSIGN_OR_RETURN(labeling::Answer answer, store.answer(task.answer));
  return std::move(answer.annotation);
}

Result<PhotoRow> Sight::seen(PhotoRow row) const {
  const auto known = tasks_.find(row.photo.id);
  if (known == tasks_.end()) return row;
  if (row.worker != who_) {
    row.worker.clear();
    row.changed_at.clear();
  }
  if (!known->second.answer) return row;
  JAEDAN_ASSIGN_OR_RETURN(const Annotation answer, annotation_of(known->second));
  const Origins origins = origins_of(answer);
  row.state = answer.state;
  row.garment_count = static_cast<int>(origins.garments);
  row.unseen_count = static_cast<int>(origins.unseen);
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<ChangeRecord> own, answer_changes(known->second));
  row.worker = own.empty() ? std::string() : who_;
  row.changed_at = own.empty() ? std::string() : own.back().at;
  return row;
}

Result<std::vector<ChangeRecord>> Sight::answer_changes(const Task& task) const {
  labeling::Store& store = project_->store();
  LogQuery query;
  query.kind = SubjectKind::kTask;
  query.photo = task.photo;
  query.who = who_;
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<LogRecord> records, all_records(store, query));
  JAEDAN_ASSIGN_OR_RETURN(const labeling::Answer answer, store.answer(task.answer));
  std::string before;
  if (answer.panel) {
    JAEDAN_ASSIGN_OR_RETURN(const Annotation start, store.annotation(task.photo));
    before = labeling::annotation_to_json(start);
  } else {
    JAEDAN_ASSIGN_OR_RETURN(const std::optional<labeling::Control> control, store.control(task.photo, task.stage));
    if (control) before = labeling::annotation_to_json(control->start);
  }
  std::vector<ChangeRecord> changes;
  for (const LogRecord& record : records) {
    if (!labeling::is_of_answer(record)) continue;
    ChangeRecord change;
    static_cast<LogRecord&>(change) = record;
    change.subject = labeling::LogSubject::of_photo(task.photo);
    change.before = std::exchange(before, record.after);
    changes.push_back(std::move(change));
  }
  return changes;
}

Result<std::vector<ChangeRecord>> Sight::changes(PhotoId photo) const {
  const auto known = tasks_.find(photo);
  if (known == tasks_.end()) return project_->store().changes(photo);
  const bool has_answer = static_cast<bool>(known->second.answer);
  JAEDAN_ASSIGN_OR_RETURN(std::vector<ChangeRecord> changes,
                          has_answer ? answer_changes(known->second) : project_->store().changes(photo));
  changes.erase(std::remove_if(changes.begin(), changes.end(),
                               [&](const ChangeRecord& change) { return change.note.who != who_; }),
                changes.end());
  std::int64_t number = 0;
  for (ChangeRecord& change : changes) {
    change.revision = ++number;
    change.before = without_revision(change.before);
    change.after = without_revision(change.after);
  }
  return changes;
}

LogQuery Sight::query(LogQuery asked) const {
  const bool may_be_shown_as_other = asked.kind == SubjectKind::kPhoto || asked.kind == SubjectKind::kTask;
  if (sees_all() || !may_be_shown_as_other) return asked;
  asked.kind.reset();
  asked.name.clear();
  return asked;
}

std::optional<LogRecord> Sight::record(LogRecord record, const LogQuery& asked) const {
  if (sees_all()) return record;
  const bool is_own = record.note.who == who_;
  if (record.subject.kind == SubjectKind::kTask) {
    if (!is_own || !labeling::is_of_answer(record)) return std::nullopt;  // who is given what is the managers' affair
    record.subject = labeling::LogSubject::of_photo(record.subject.photo);
  } else if (!is_own && tasks_.count(record.subject.photo) > 0) {
    return std::nullopt;
  }
  if (asked.kind && record.subject.kind != *asked.kind) return std::nullopt;
  if (is_own && record.subject.kind == SubjectKind::kPhoto) {
    record.revision = 0;
    record.after = without_revision(record.after);
  }
  return record;
}

}  // namespace jaedan::workflow
