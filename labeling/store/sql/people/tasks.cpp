#include "labeling/store/sql/people/tasks.h"

#include <algorithm>
#include <utility>

#include "labeling/review/project_deed.h"
#include "labeling/store/log_content.h"
#include "labeling/store/people/task_rules.h"
#include "labeling/store/program.h"
#include "labeling/store/sql/change_log.h"
#include "labeling/store/sql/people/answers.h"
#include "labeling/store/sql/people/panels.h"
#include "labeling/store/sql/people/users.h"
#include "labeling/store/sql/photos.h"

namespace jaedan::labeling::sql {
namespace {

/// A row of `task` as it is read.
struct TaskRow {
  Task task;
  long long id = 0;
  long long photo = 0;
  int stage = 0;
  long long user = 0;
  int state = 0;
  long long answer = 0;

  Task whole() const {
    Task whole = task;
    whole.id = TaskId{id};
    whole.photo = PhotoId{photo};
    whole.stage = static_cast<Stage>(stage);
    whole.user = UserId{user};
    whole.state = static_cast<TaskState>(state);
    whole.answer = AnswerId{answer};
    return whole;
  }
};

/// What a query asks of a task: keys and a time, each with its name in the condition.
struct TaskQuery {
  std::string condition;
  std::vector<std::pair<std::string, long long>> keys;
  std::string at;  ///< `:at`; empty: not in the condition
};

std::vector<Task> tasks_where(Connection& connection, const TaskQuery& query) {
  TaskRow row;
  soci::statement select(connection.session());
  for (const auto& [name, key] : query.keys) select.exchange(soci::use(key, name));
  if (!query.at.empty()) select.exchange(soci::use(query.at, "at"));
  select.exchange(soci::into(row.id));
  select.exchange(soci::into(row.photo));
  select.exchange(soci::into(row.stage));
  select.exchange(soci::into(row.user));
  select.exchange(soci::into(row.state));
  select.exchange(soci::into(row.task.claimed_at));
  select.exchange(soci::into(row.task.expires_at));
  select.exchange(soci::into(row.task.ended_at));
  select.exchange(soci::into(row.task.reason));
  select.exchange(soci::into(row.answer));
  select.alloc();
  select.prepare(
      "select id, photo_id, stage, user_id, state, claimed_at, expires_at, ended_at, reason, answer_id from task " +
      query.condition);
  select.define_and_bind();
  select.execute();
  std::vector<Task> tasks;
  while (select.fetch()) tasks.push_back(row.whole());
  return tasks;
}

std::optional<Task> first_of(std::vector<Task> tasks) {
  return tasks.empty() ? std::nullopt : std::optional<Task>(std::move(tasks.front()));
}

/// Whoever asks next takes note of it, but it is nobody's deed: the record names whose task it was, in no role.
void log_expiry(Connection& connection, const Task& task) {
  const Result<User> holder = user(connection, task.user);
  if (!holder.ok()) return;  // a row that refers to nobody: `verify` says so
  write_log(connection, task_subject(task), {holder->name, std::string(id_of(ProjectDeed::kExpire))},
            task_content(task, holder->name));
}

/// Whoever ended a stage of work vouches for the photo as it is, changed or not, and does not inspect it. Of an answer:
/// of a panel's, from which the photo's annotation is merged; a control's photo is nobody's work.
void note_who_ended(Connection& connection, TaskId id) {
  const long long key = id.value;
  const int inspect = static_cast<int>(Stage::kInspect);
  connection.session()
      << "insert into photo_worker(photo_id, user_id) select t.photo_id, t.user_id from task t"
         " where t.id = :task and t.stage <> :inspect and (t.answer_id = 0 or exists"
         " (select 1 from answer a where a.id = t.answer_id and a.panel_id <> 0)) on conflict do nothing",
      soci::use(key), soci::use(inspect);
}

}  // namespace

int number_of(std::optional<Stage> stage) { return stage ? static_cast<int>(*stage) : -1; }

std::optional<Stage> stage_of(int number) {
  return number < 0 ? std::nullopt : std::optional<Stage>(static_cast<Stage>(number));
}

std::string moment(Connection& connection, const std::string& now) {
  const std::string latest = latest_believed(now);
  std::string logged;
  std::string claimed;
  connection.session()
      << "select coalesce((select at from change_log where at <= :latest order by at desc limit 1), '')",
      soci::use(latest), soci::into(logged);
  connection.session() << "select coalesce((select claimed_at from task order by id desc limit 1), '')",
      soci::into(claimed);
  return std::max({now, logged, claimed <= latest ? claimed : std::string()});
}

std::string free_expired(Connection& connection, const std::string& now) {
  std::string at = moment(connection, now);
  for (const Task& task : tasks_where(connection, {"where state = 0 and expires_at <= :at", {}, at})) {
    static_cast<void>(end_task(connection, task.id, TaskState::kExpired, "", task.expires_at));  // it is in hand
    log_expiry(connection, task);
  }
  return at;
}

Result<std::optional<Task>> task_in_hand(Connection& connection, PhotoId photo, const std::string& at) {
  JAEDAN_RETURN_IF_ERROR(require_photo(connection, photo));
  return first_of(tasks_where(
      connection,
      {"where id = (select claim from photo where id = :photo) and expires_at > :at", {{"photo", photo.value}}, at}));
}

Result<std::optional<Task>> task_of(Connection& connection, PhotoId photo, UserId user, const std::string& at) {
  JAEDAN_RETURN_IF_ERROR(require_photo(connection, photo));
  return first_of(tasks_where(connection, {"where photo_id = :photo and user_id = :person and state = 0"
                                           " and expires_at > :at order by id desc limit 1",
                                           {{"photo", photo.value}, {"person", user.value}},
                                           at}));
}

Result<std::optional<Task>> last_task(Connection& connection, PhotoId photo, UserId user) {
  JAEDAN_RETURN_IF_ERROR(require_photo(connection, photo));
  return first_of(tasks_where(connection, {"where photo_id = :photo and user_id = :person order by id desc limit 1",
                                           {{"photo", photo.value}, {"person", user.value}},
                                           ""}));
}

Result<std::optional<Task>> last_submitted(Connection& connection, PhotoId photo, std::optional<Stage> stage) {
  JAEDAN_RETURN_IF_ERROR(require_photo(connection, photo));
  const int number = static_cast<int>(stage.value_or(Stage::kInspect));
  const std::string asked = stage ? "stage = :stage" : "stage <> :stage";
  return first_of(tasks_where(
      connection, {"where photo_id = :photo and answer_id = 0 and state = 1 and " + asked + " order by id desc limit 1",
                   {{"photo", photo.value}, {"stage", number}},
                   ""}));
}

Result<std::vector<Task>> tasks_in_hand(Connection& connection, UserId user, TaskId after, int limit,
                                        const std::string& at) {
  TaskQuery query{"where state = 0", {}, at};
  if (user) {
    query.condition += " and user_id = :person";
    query.keys.push_back({"person", user.value});
  }
  query.condition += " and id > :after and expires_at > :at order by id limit :most";
  query.keys.push_back({"after", after.value});
  query.keys.push_back({"most", limit});
  return tasks_where(connection, query);
}

Status end_task(Connection& connection, TaskId id, TaskState how, const std::string& reason, const std::string& at) {
  const long long key = id.value;
  const int state = static_cast<int>(how);
  soci::statement update =
      (connection.session().prepare
           << "update task set state = :state, ended_at = :at, reason = :reason where id = :id and state = 0",
       soci::use(state), soci::use(at), soci::use(reason), soci::use(key));
  update.execute(true);
  if (update.get_affected_rows() != 1) return task_over(id);
  connection.session() << "update photo set claim = 0 where id = (select photo_id from task where id = :task)"
                          " and claim = :task",
      soci::use(key, "task");
  if (how == TaskState::kSubmitted) {
    note_who_ended(connection, id);
    submit_answer(connection, id, at);
  } else {
    give_place_back(connection, id);
  }
  return {};
}

Result<std::optional<Stage>> returned_to(Connection& connection, PhotoId photo) {
  const long long key = photo.value;
  int stage = -1;
  connection.session() << "select returned_stage from photo where id = :id", soci::use(key), soci::into(stage);
  if (!connection.session().got_data()) return no_such_photo(photo);
  return stage_of(stage);
}

Status set_returned_to(Connection& connection, PhotoId photo, Stage stage) {
  JAEDAN_RETURN_IF_ERROR(require_photo(connection, photo));
  const long long key = photo.value;
  const int number = number_of(stage);
  const int returned = static_cast<int>(WorkflowState::kReturned);
  soci::statement update =
      (connection.session().prepare << "update photo set returned_stage = :stage where id = :id and state = :returned",
       soci::use(number), soci::use(key), soci::use(returned));
  update.execute(true);
  return update.get_affected_rows() == 1 ? Status() : Status(not_returned(photo));
}

Status set_priority(Connection& connection, PhotoId photo, int priority) {
  JAEDAN_RETURN_IF_ERROR(require_photo(connection, photo));
  const long long key = photo.value;
  connection.session() << "update photo set priority = :priority where id = :id", soci::use(priority), soci::use(key);
  return {};
}

Result<bool> worked_on(Connection& connection, PhotoId photo, UserId user) {
  JAEDAN_RETURN_IF_ERROR(require_photo(connection, photo));
  const long long photo_key = photo.value;
  const long long user_key = user.value;
  long long found = 0;
  connection.session() << "select count(*) from photo_worker where photo_id = :photo and user_id = :person",
      soci::use(photo_key), soci::use(user_key), soci::into(found);
  return found > 0;
}

Status note_worker(Connection& connection, PhotoId photo, UserId person) {
  JAEDAN_RETURN_IF_ERROR(user(connection, person));
  const long long photo_key = photo.value;
  const long long user_key = person.value;
  connection.session() << "insert into photo_worker(photo_id, user_id) values(:photo, :person) on conflict do nothing",
      soci::use(photo_key), soci::use(user_key);
  return {};
}

Result<QueueRules> queue_rules(Connection& connection) {
  QueueRules rules;
  int stages = 0;
  int uncertain_first = 0;
  long long seconds = 0;
  long long seed = 0;
  connection.session() << "select stages, uncertain_first, claim_seconds, control_percent, control_seed,"
                          " deadline from queue_rules",
      soci::into(stages), soci::into(uncertain_first), soci::into(seconds), soci::into(rules.control_percent),
      soci::into(seed), soci::into(rules.deadline);
  if (!connection.session().got_data()) return QueueRules{};
  rules.stages = StageSet::from_bits(static_cast<unsigned>(stages));
  rules.uncertain_first = uncertain_first != 0;
  rules.claim_seconds = seconds;
  rules.control_seed = seed;
  return rules;
}

Status set_queue_rules(Connection& connection, const QueueRules& rules) {
  const int stages = static_cast<int>(rules.stages.bits());
  const int uncertain_first = rules.uncertain_first ? 1 : 0;
  const long long seconds = rules.claim_seconds;
  connection.session() << "delete from queue_rules";
  const long long seed = rules.control_seed;
  connection.session() << "insert into queue_rules(stages, uncertain_first, claim_seconds, control_percent,"
                          " control_seed, deadline)"
                          " values(:stages, :uncertain, :seconds, :percent, :seed, :deadline)",
      soci::use(stages), soci::use(uncertain_first), soci::use(seconds), soci::use(rules.control_percent),
      soci::use(seed), soci::use(rules.deadline);
  return {};
}

Result<Quota> quota(Connection& connection, UserId person) {
  JAEDAN_RETURN_IF_ERROR(user(connection, person));
  Quota quota;
  const long long key = person.value;
  connection.session() << "select most_open, most_a_day, deadline from quota where user_id = :person", soci::use(key),
      soci::into(quota.most_open), soci::into(quota.most_a_day), soci::into(quota.deadline);
  return connection.session().got_data() ? quota : Quota{};
}

Status set_quota(Connection& connection, UserId person, const Quota& quota) {
  JAEDAN_RETURN_IF_ERROR(user(connection, person));
  const long long key = person.value;
  connection.session() << "delete from quota where user_id = :person", soci::use(key);
  connection.session() << "insert into quota(user_id, most_open, most_a_day, deadline)"
                          " values(:person, :open, :day, :deadline)",
      soci::use(key), soci::use(quota.most_open), soci::use(quota.most_a_day), soci::use(quota.deadline);
  return {};
}

}  // namespace jaedan::labeling::sql
