#include "labeling/store/sql/people/answers.h"

#include <utility>

#include "labeling/store/annotation_json.h"
#include "labeling/store/byte_codec.h"
#include "labeling/store/people/answer_rules.h"
#include "labeling/store/program.h"
#include "labeling/store/sql/change_log.h"
#include "labeling/store/sql/people/tasks.h"
#include "labeling/store/sql/photos.h"
#include "labeling/store/sql/quality/measures.h"

namespace jaedan::labeling::sql {
namespace {

/// Answers for which `condition` holds, with its keys by their names.
Result<std::vector<Answer>> answers_where(Connection& connection, const std::string& condition,
                                          const std::vector<std::pair<std::string, long long>>& keys) {
  long long id = 0;
  long long panel = 0;
  long long photo = 0;
  int stage = 0;
  long long user = 0;
  long long revision = 0;
  std::string content;
  std::string submitted_at;
  soci::statement select(connection.session());
  for (const auto& [name, key] : keys) select.exchange(soci::use(key, name));
  select.exchange(soci::into(id));
  select.exchange(soci::into(panel));
  select.exchange(soci::into(photo));
  select.exchange(soci::into(stage));
  select.exchange(soci::into(user));
  select.exchange(soci::into(revision));
  select.exchange(soci::into(content));
  select.exchange(soci::into(submitted_at));
  select.alloc();
  select.prepare("select id, panel_id, photo_id, stage, user_id, revision, content, submitted_at from answer " +
                 condition);
  select.define_and_bind();
  select.execute();
  std::vector<Answer> answers;
  while (select.fetch()) {
    Answer& answer = answers.emplace_back();
    answer.id = AnswerId{id};
    answer.panel = PanelId{panel};
    answer.photo = PhotoId{photo};
    answer.stage = static_cast<Stage>(stage);
    answer.user = UserId{user};
    answer.submitted_at = submitted_at;
    JAEDAN_ASSIGN_OR_RETURN(answer.annotation, annotation_from_json(content));
    answer.annotation.answer = answer.id;
    answer.annotation.revision = revision;
  }
  return answers;
}

/// An annotation as it stands in the table: the row has the rest.
std::string content_of(Annotation annotation) {
  annotation.answer = {};
  return annotation_to_json(annotation);
}

}  // namespace

Result<std::vector<Answer>> answers_of(Connection& connection, PanelId panel) {
  return answers_where(connection, "where panel_id = :panel order by id", {{"panel", panel.value}});
}

Result<Answer> answer(Connection& connection, AnswerId id) {
  JAEDAN_ASSIGN_OR_RETURN(std::vector<Answer> found, answers_where(connection, "where id = :id", {{"id", id.value}}));
  if (found.empty()) return answer_unknown(id);
  return std::move(found.front());
}

Result<std::string> answer_history(Connection& connection, AnswerId id) {
  const long long key = id.value;
  std::string text;
  connection.session() << "select history from answer where id = :id", soci::use(key), soci::into(text);
  if (!connection.session().got_data()) return answer_unknown(id);
  return bytes_from_text(text);
}

Result<std::int64_t> save_answer(Connection& connection, const Annotation& annotation, TaskId task,
                                 const ChangeNote& note, const std::string& history) {
  JAEDAN_ASSIGN_OR_RETURN(const Answer stored, answer(connection, annotation.answer));
  if (stored.submitted()) return answered_already(stored.photo);
  if (stored.annotation.revision != annotation.revision) return answer_stale(annotation, stored.annotation.revision);
  const std::string now = utc_now();
  Annotation after = annotation;
  ++after.revision;
  const long long key = annotation.answer.value;
  const long long revision = after.revision;
  const std::string content = content_of(after);
  const std::string bytes = text_from_bytes(history);
  connection.session() << "update answer set revision = :revision, content = :content, history = :history"
                          " where id = :id",
      soci::use(revision), soci::use(content), soci::use(bytes), soci::use(key);
  const LogSubject subject{SubjectKind::kTask, std::to_string(task.value), stored.photo};
  write_log(connection, subject, note, 0, content, now, {}, record_facts(after));
  if (note.worker) JAEDAN_RETURN_IF_ERROR(note_worker(connection, stored.photo, note.worker));
  if (note.ends) JAEDAN_RETURN_IF_ERROR(end_task(connection, note.ends, TaskState::kSubmitted, "", now));
  return after.revision;
}

Status scale_answers(Connection& connection, PhotoId photo, double x, double y) {
  JAEDAN_RETURN_IF_ERROR(require_photo(connection, photo));
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<Answer> answers,
                          answers_where(connection, "where photo_id = :photo", {{"photo", photo.value}}));
  for (const Answer& answer : answers) {
    Annotation after = scaled(answer.annotation, x, y);
    ++after.revision;
    const long long key = answer.id.value;
    const long long revision = after.revision;
    const std::string content = content_of(std::move(after));
    const std::string no_history = text_from_bytes("");
    connection.session() << "update answer set revision = :revision, content = :content, history = :history"
                            " where id = :id",
        soci::use(revision), soci::use(content), soci::use(no_history), soci::use(key);
  }
  answers_changed(connection, photo);
  return {};
}

Result<std::vector<Answer>> control_answers(Connection& connection, AnswerId after, int limit) {
  return answers_where(connection, "where panel_id = 0 and submitted_at <> '' and id > :after order by id limit :most",
                       {{"after", after.value}, {"most", limit}});
}

Result<AnswerId> answer_to_work_on(Connection& connection, const Answer& begun) {
  const long long panel = begun.panel.value;
  const long long photo = begun.photo.value;
  const int stage = static_cast<int>(begun.stage);
  const long long user = begun.user.value;
  long long id = 0;
  connection.session() << "select id from answer where photo_id = :photo and user_id = :person and stage = :stage"
                          " and panel_id = :panel and submitted_at = ''",
      soci::use(photo), soci::use(user), soci::use(stage), soci::use(panel), soci::into(id);
  if (connection.session().got_data()) return AnswerId{id};
  Annotation start = begun.annotation;
  start.revision = 0;
  const std::string content = content_of(start);
  const std::string no_history = text_from_bytes("");
  connection.session() << "insert into answer(panel_id, photo_id, stage, user_id, content, history)"
                          " values(:panel, :photo, :stage, :person, :content, :history) returning id",
      soci::use(panel), soci::use(photo), soci::use(stage), soci::use(user), soci::use(content), soci::use(no_history),
      soci::into(id);
  return AnswerId{id};
}

void submit_answer(Connection& connection, TaskId task, const std::string& at) {
  const long long key = task.value;
  connection.session()
      << "update answer set submitted_at = :at where id = (select answer_id from task where id = :task)",
      soci::use(at), soci::use(key);
  submitted_to_measure(connection, task);
}

}  // namespace jaedan::labeling::sql
