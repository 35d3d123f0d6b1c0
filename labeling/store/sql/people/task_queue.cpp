#include "labeling/store/sql/people/task_queue.h"

#include <tuple>

#include "labeling/store/people/task_rules.h"
#include "labeling/store/program.h"
#include "labeling/store/sql/people/tasks.h"
#include "labeling/store/sql/people/users.h"
#include "labeling/store/sql/photos.h"

namespace jaedan::labeling::sql {
namespace {

/// The best photo of one place of a queue.
struct Waiting {
  long long photo = 0;
  int priority = 0;
  double score = 0;
};

Status check_quota_of(Connection& connection, const TaskWish& wish, const std::string& at) {
  JAEDAN_ASSIGN_OR_RETURN(const Quota most, quota(connection, wish.user));
  if (wish.assigned || (most.most_open == 0 && most.most_a_day == 0)) return {};
  const long long key = wish.user.value;
  const std::string day = at.substr(0, kDayCharacters);
  long long open = 0;
  long long today = 0;
  connection.session() << "select count(*) from task where state = 0 and user_id = :person", soci::use(key),
      soci::into(open);
  connection.session() << "select count(*) from task where user_id = :person and claimed_at >= :day", soci::use(key),
      soci::use(day), soci::into(today);
  return check_quota(most, open, today);
}

/// Whether the photo that is asked for by name may be had.
Status check_free(Connection& connection, PhotoId photo, const TaskWish& wish, StageSet stages,
                  const std::optional<Task>& held) {
  if (held) {
    JAEDAN_ASSIGN_OR_RETURN(const User holder, user(connection, held->user));
    return in_other_hands(photo, holder.name, held->expires_at);
  }
  const long long key = photo.value;
  int state = 0;
  int returned = -1;
  connection.session() << "select state, returned_stage from photo where id = :id", soci::use(key), soci::into(state),
      soci::into(returned);
  JAEDAN_RETURN_IF_ERROR(
      check_waits_for(wish.stage, photo, static_cast<WorkflowState>(state), stage_of(returned), stages));
  if (wish.stage != Stage::kInspect) return {};
  JAEDAN_ASSIGN_OR_RETURN(const bool own, worked_on(connection, photo, wish.user));
  return own ? Status(own_work(photo)) : Status();
}

std::optional<PhotoId> first_waiting(Connection& connection, const TaskWish& wish, const QueueRules& rules) {
  Waiting best;
  Waiting row;
  int state = 0;
  int returned = 0;
  const long long person = wish.user.value;
  soci::statement select = (connection.session().prepare << first_waiting_query(wish.stage, rules.uncertain_first),
                            soci::use(state, "state"), soci::use(returned, "returned"), soci::use(person, "person"),
                            soci::into(row.photo), soci::into(row.priority), soci::into(row.score));
  const auto rank = [&](const Waiting& waiting) {
    return std::tuple(-waiting.priority, rules.uncertain_first ? waiting.score : 0.0, waiting.photo);
  };
  for (const WaitingPlace& place : places_waiting_for(wish.stage, rules.stages)) {
    state = static_cast<int>(place.state);
    returned = number_of(place.returned_to);
    if (select.execute(true) && (best.photo == 0 || rank(row) < rank(best))) best = row;
  }
  return best.photo == 0 ? std::nullopt : std::optional<PhotoId>(PhotoId{best.photo});
}

Task put_in_hand(Connection& connection, PhotoId photo, const TaskWish& wish, const std::string& at) {
  Task task;
  task.photo = photo;
  task.stage = wish.stage;
  task.user = wish.user;
  task.claimed_at = at;
  task.expires_at = utc_after(at, wish.seconds);
  const long long photo_key = photo.value;
  const long long person = wish.user.value;
  const int stage = static_cast<int>(wish.stage);
  long long id = 0;
  connection.session() << "insert into task(photo_id, stage, user_id, claimed_at, expires_at)"
                          " values(:photo, :stage, :person, :at, :until) returning id",
      soci::use(photo_key), soci::use(stage), soci::use(person), soci::use(task.claimed_at), soci::use(task.expires_at),
      soci::into(id);
  connection.session() << "update photo set claim = :task where id = :photo", soci::use(id), soci::use(photo_key);
  task.id = TaskId{id};
  return task;
}

}  // namespace

std::string first_waiting_query(Stage stage, bool uncertain_first) {
  std::string query =
      "select p.id, p.priority, p.worst_score from photo p"
      " where p.claim = 0 and p.state = :state and p.returned_stage = :returned"
      " and not exists (select 1 from task t where t.photo_id = p.id and t.user_id = :person and t.state = " +
      std::to_string(static_cast<int>(TaskState::kSkipped)) + ")";
  if (stage == Stage::kInspect) {
    query += " and not exists (select 1 from photo_worker w where w.photo_id = p.id and w.user_id = :person)";
  }
  return query + " order by p.priority desc" + (uncertain_first ? ", p.worst_score" : "") + ", p.id limit 1";
}

Result<std::optional<Task>> claim(Connection& connection, const TaskWish& wish, const std::string& now) {
  JAEDAN_RETURN_IF_ERROR(user(connection, wish.user));
  const std::string at = free_expired(connection, now);
  JAEDAN_ASSIGN_OR_RETURN(const QueueRules rules, queue_rules(connection));
  std::optional<PhotoId> photo = wish.photo;
  if (photo) {
    JAEDAN_ASSIGN_OR_RETURN(const std::optional<Task> held, task_in_hand(connection, *photo, at));
    if (held && held->user == wish.user && held->stage == wish.stage) return held;
    JAEDAN_RETURN_IF_ERROR(check_free(connection, *photo, wish, rules.stages, held));
  }
  JAEDAN_RETURN_IF_ERROR(check_quota_of(connection, wish, at));
  if (!photo) photo = first_waiting(connection, wish, rules);
  if (!photo) return std::optional<Task>();
  return std::optional<Task>(put_in_hand(connection, *photo, wish, at));
}

Result<std::int64_t> waiting(Connection& connection, Stage stage) {
  JAEDAN_ASSIGN_OR_RETURN(const QueueRules rules, queue_rules(connection));
  std::int64_t total = 0;
  for (const WaitingPlace& place : places_waiting_for(stage, rules.stages)) {
    const int state = static_cast<int>(place.state);
    const int returned = number_of(place.returned_to);
    long long count = 0;
    connection.session() << "select count(*) from photo where claim = 0 and state = :state and "
                            "returned_stage = :returned",
        soci::use(state), soci::use(returned), soci::into(count);
    total += count;
  }
  return total;
}

}  // namespace jaedan::labeling::sql
