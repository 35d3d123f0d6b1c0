#include "labeling/store/sql/people/task_queue.h"

#include <algorithm>
#include <tuple>

#include "labeling/store/people/answer_rules.h"
#include "labeling/store/people/task_rules.h"
#include "labeling/store/program.h"
#include "labeling/store/sql/annotations.h"
#include "labeling/store/sql/people/answers.h"
#include "labeling/store/sql/people/controls.h"
#include "labeling/store/sql/people/panels.h"
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
  connection.session() << "select count(*) from task where user_id = :person and claimed_at >= :day"
                          " and claimed_at < :day || '~'",
      soci::use(key, "person"), soci::use(day, "day"), soci::into(today);
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

/// `answer`: where the work goes; none: to the photo, which nobody else gets then.
Task put_in_hand(Connection& connection, PhotoId photo, const TaskWish& wish, const std::string& at,
                 AnswerId answer = {}) {
  Task task;
  task.photo = photo;
  task.stage = wish.stage;
  task.user = wish.user;
  task.claimed_at = at;
  task.expires_at = utc_after(at, wish.seconds);
  task.answer = answer;
  const long long photo_key = photo.value;
  const long long person = wish.user.value;
  const int stage = static_cast<int>(wish.stage);
  const long long answer_key = answer.value;
  long long id = 0;
  connection.session() << "insert into task(photo_id, stage, user_id, claimed_at, expires_at, answer_id)"
                          " values(:photo, :stage, :person, :at, :until, :answer) returning id",
      soci::use(photo_key), soci::use(stage), soci::use(person), soci::use(task.claimed_at), soci::use(task.expires_at),
      soci::use(answer_key), soci::into(id);
  if (!answer) {
    connection.session() << "update photo set claim = :task where id = :photo", soci::use(id), soci::use(photo_key);
  }
  task.id = TaskId{id};
  return task;
}

Result<std::optional<Task>> put_answer_in_hand(Connection& connection, const Answer& begun, const TaskWish& wish,
                                               const std::string& at) {
  JAEDAN_ASSIGN_OR_RETURN(const AnswerId answer, answer_to_work_on(connection, begun));
  return std::optional<Task>(put_in_hand(connection, begun.photo, wish, at, answer));
}

/// One of the people that the panel is of begins with the photo as it is.
Result<std::optional<Task>> take_in_panel(Connection& connection, const Panel& panel, const TaskWish& wish,
                                          const std::string& at) {
  Answer begun;
  begun.photo = panel.photo;
  begun.stage = panel.stage;
  begun.user = wish.user;
  begun.panel = panel.id;
  JAEDAN_ASSIGN_OR_RETURN(begun.annotation, annotation(connection, panel.photo));
  take_place(connection, panel.id);
  return put_answer_in_hand(connection, begun, wish, at);
}

/// Whether this person may take part in the panel on a photo that is asked for by name.
Status check_panel(Connection& connection, const Panel& panel, const TaskWish& wish) {
  if (panel.stage != wish.stage) return panel_is_open(panel.photo);
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<Answer> answers, answers_of(connection, panel.id));
  for (const Answer& answer : answers) {
    if (answer.user == wish.user && answer.submitted()) return answered_already(panel.photo);
  }
  return panel.free > 0 ? Status() : Status(panel_full(panel.photo));
}

/// The answer about a control that the person began and has not submitted: they go on with it as with any other photo
/// that they gave back or were too slow with. None: there is none.
Result<AnswerId> begun_control(Connection& connection, PhotoId photo, const TaskWish& wish) {
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Task> last, last_task(connection, photo, wish.user));
  if (!last || !last->answer || last->stage != wish.stage) return AnswerId{};
  JAEDAN_ASSIGN_OR_RETURN(const Answer begun, answer(connection, last->answer));
  return begun.panel || begun.submitted() ? AnswerId{} : begun.id;
}

/// A photo that is asked for by name.
Result<std::optional<Task>> claim_named(Connection& connection, PhotoId photo, const TaskWish& wish,
                                        const QueueRules& rules, const std::string& at) {
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Task> own, task_of(connection, photo, wish.user, at));
  if (own && own->stage == wish.stage) return own;
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Panel> panel, open_panel_of(connection, photo));
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Task> held, task_in_hand(connection, photo, at));
  const Status allowed =
      panel ? check_panel(connection, *panel, wish) : check_free(connection, photo, wish, rules.stages, held);
  if (!allowed.ok()) {
    JAEDAN_ASSIGN_OR_RETURN(const AnswerId begun, begun_control(connection, photo, wish));
    if (!begun) return allowed.error();
    JAEDAN_RETURN_IF_ERROR(check_quota_of(connection, wish, at));
    return std::optional<Task>(put_in_hand(connection, photo, wish, at, begun));
  }
  JAEDAN_RETURN_IF_ERROR(check_quota_of(connection, wish, at));
  if (panel) return take_in_panel(connection, *panel, wish, at);
  return std::optional<Task>(put_in_hand(connection, photo, wish, at));
}

/// The next one: of a panel, else of the queue; in the place of some, a control.
Result<std::optional<Task>> claim_next(Connection& connection, const TaskWish& wish, const QueueRules& rules,
                                       const std::string& at) {
  JAEDAN_RETURN_IF_ERROR(check_quota_of(connection, wish, at));
  const std::optional<Panel> panel = panel_to_take(connection, wish.user, wish.stage);
  const std::optional<PhotoId> photo = panel ? std::nullopt : first_waiting(connection, wish, rules);
  if (!panel && !photo) return std::optional<Task>();
  const std::int64_t claims = next_claim(connection, wish.user, wish.stage);
  if (control_due(rules, wish.user, wish.stage, claims)) {
    JAEDAN_ASSIGN_OR_RETURN(const std::optional<Control> control,
                            control_to_take(connection, wish.user, wish.stage, rules, claims));
    if (control) {
      Answer begun;
      begun.photo = control->photo;
      begun.stage = control->stage;
      begun.user = wish.user;
      begun.annotation = control->start;
      return put_answer_in_hand(connection, begun, wish, at);
    }
  }
  if (panel) return take_in_panel(connection, *panel, wish, at);
  return std::optional<Task>(put_in_hand(connection, *photo, wish, at));
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
  return wish.photo ? claim_named(connection, *wish.photo, wish, rules, at) : claim_next(connection, wish, rules, at);
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

Result<std::vector<PhotoId>> waiting_photos(Connection& connection, Stage stage, PhotoId after, int limit) {
  JAEDAN_ASSIGN_OR_RETURN(const QueueRules rules, queue_rules(connection));
  std::vector<PhotoId> photos;
  const long long behind = after.value;
  for (const WaitingPlace& place : places_waiting_for(stage, rules.stages)) {
    const int state = static_cast<int>(place.state);
    const int returned = number_of(place.returned_to);
    long long id = 0;
    soci::statement select =
        (connection.session().prepare << "select id from photo where claim = 0 and state = :state and"
                                         " returned_stage = :returned and id > :after order by id limit :most",
         soci::use(state), soci::use(returned), soci::use(behind), soci::use(limit), soci::into(id));
    select.execute();
    while (select.fetch()) photos.push_back(PhotoId{id});
  }
  std::sort(photos.begin(), photos.end());
  if (photos.size() > static_cast<std::size_t>(limit)) photos.resize(static_cast<std::size_t>(limit));
  return photos;
}

}  // namespace jaedan::labeling::sql
