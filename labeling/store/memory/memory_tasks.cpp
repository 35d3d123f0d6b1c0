#include <algorithm>
#include <tuple>

#include "labeling/review/project_deed.h"
#include "labeling/store/log_content.h"
#include "labeling/store/memory/memory_store.h"
#include "labeling/store/people/task_rules.h"
#include "labeling/store/program.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling {

/// `now`, or the newest time of the project that is believed then.
std::string MemoryStore::moment(const std::string& now) const {
  const std::string latest = latest_believed(now);
  std::string newest = now;
  const auto take = [&](const std::string& time) {
    if (time <= latest) newest = std::max(newest, time);
  };
  for (const auto& [id, task] : state_.tasks) take(task.claimed_at);
  for (const LogRecord& record : state_.log) take(record.at);
  return newest;
}

void MemoryStore::end(Task& task, TaskState how, const std::string& reason, const std::string& at) {
  task.state = how;
  task.reason = reason;
  task.ended_at = at;
  const bool ends_work = how == TaskState::kSubmitted && task.stage != Stage::kInspect;
  if (!task.answer) {
    state_.entries[task.photo].task = {};
    if (ends_work) state_.entries[task.photo].workers.insert(task.user);
    return;
  }
  Answer& answer = state_.answers[task.answer].answer;
  if (ends_work && answer.panel) state_.entries[task.photo].workers.insert(task.user);
  if (how == TaskState::kSubmitted) {
    answer.submitted_at = at;
    if (answer.panel) ++state_.panels[answer.panel].submitted;
    let_wait(answer);
  } else if (answer.panel) {
    ++state_.panels[answer.panel].free;
  }
}

/// Gives back the moment by which it judged.
std::string MemoryStore::free_expired(const std::string& now) {
  std::string at = moment(now);
  for (auto& [id, task] : state_.tasks) {
    if (task.state != TaskState::kClaimed || task.expires_at > at) continue;
    end(task, TaskState::kExpired, "", task.expires_at);
    const std::string& holder = state_.people[task.user].user.name;
    log(task_subject(task), {holder, std::string(id_of(ProjectDeed::kExpire))}, 0, task_content(task, holder));
  }
  return at;
}

Status MemoryStore::check_quota_of(const TaskWish& wish, const std::string& at) {
  JAEDAN_ASSIGN_OR_RETURN(const Person* const person, find_person(wish.user));
  if (wish.assigned) return {};
  std::int64_t open = 0;
  std::int64_t today = 0;
  for (const auto& [id, task] : state_.tasks) {
    if (task.user != wish.user) continue;
    open += task.state == TaskState::kClaimed;
    today += task.claimed_at.substr(0, kDayCharacters) == at.substr(0, kDayCharacters);
  }
  return check_quota(person->quota, open, today);
}

/// Whether the photo that is asked for by name may be had.
Status MemoryStore::check_free(const Entry& entry, const TaskWish& wish) {
  if (entry.task) {
    const Task& task = state_.tasks[entry.task];
    return in_other_hands(entry.photo.id, state_.people[task.user].user.name, task.expires_at);
  }
  JAEDAN_RETURN_IF_ERROR(check_waits_for(wish.stage, entry.photo.id, entry.annotation.state, entry.returned_to,
                                         state_.queue_rules.stages));
  const bool own = wish.stage == Stage::kInspect && entry.workers.count(wish.user) > 0;
  return own ? Status(own_work(entry.photo.id)) : Status();
}

/// In its queue, in nobody's hands.
bool MemoryStore::waits(const Entry& entry, Stage stage) const {
  if (entry.task || entry.in_panel || entry.held) return false;
  return next_stage(entry.annotation.state, entry.returned_to, state_.queue_rules.stages) == stage;
}

const MemoryStore::Entry* MemoryStore::first_waiting(const TaskWish& wish) const {
  const auto rank = [&](const Entry& entry) {
    const double score = state_.queue_rules.uncertain_first ? row_of(entry).worst_score : 0;
    return std::tuple(-entry.priority, score, entry.photo.id);
  };
  const Entry* first = nullptr;
  for (const auto& [id, entry] : state_.entries) {
    if (!waits(entry, wish.stage)) continue;
    if (wish.stage == Stage::kInspect && entry.workers.count(wish.user) > 0) continue;
    const bool skipped = std::any_of(state_.tasks.begin(), state_.tasks.end(), [&](const auto& known) {
      const Task& task = known.second;
      return task.photo == entry.photo.id && task.user == wish.user && task.state == TaskState::kSkipped;
    });
    if (!skipped && (!first || rank(entry) < rank(*first))) first = &entry;
  }
  return first;
}

Result<std::optional<Task>> MemoryStore::claim(const TaskWish& wish, const std::string& now) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_wish(wish));
  JAEDAN_RETURN_IF_ERROR(find_person(wish.user));
  const Entry* entry = nullptr;
  if (wish.photo) {
    JAEDAN_ASSIGN_OR_RETURN(entry, find(*wish.photo));
  }
  const std::string at = free_expired(now);
  return entry ? claim_named(*entry, wish, at) : claim_next(wish, at);
}

/// `answer`: where the work goes; none: to the photo, which nobody else gets then.
Task MemoryStore::put_in_hand(PhotoId photo, const TaskWish& wish, const std::string& at, AnswerId answer) {
  Task task;
  task.id = TaskId{static_cast<std::int64_t>(state_.tasks.size()) + 1};
  task.photo = photo;
  task.stage = wish.stage;
  task.user = wish.user;
  task.claimed_at = at;
  task.expires_at = utc_after(at, wish.seconds);
  task.answer = answer;
  state_.tasks[task.id] = task;
  if (!answer) state_.entries[photo].task = task.id;
  return task;
}

/// The answer about a control that the person began and has not submitted; none: there is none.
Result<AnswerId> MemoryStore::begun_control(PhotoId photo, const TaskWish& wish) {
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Task> last, last_task(photo, wish.user));
  if (!last || !last->answer || last->stage != wish.stage) return AnswerId{};
  const Answer& begun = state_.answers[last->answer].answer;
  return begun.panel || begun.submitted() ? AnswerId{} : begun.id;
}

/// A photo that is asked for by name.
Result<std::optional<Task>> MemoryStore::claim_named(const Entry& entry, const TaskWish& wish, const std::string& at) {
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Task> own, task_of(entry.photo.id, wish.user, at));
  if (own && own->stage == wish.stage) return own;
  Panel* const panel = open_panel_of(entry.photo.id);
  const Status allowed = panel ? check_panel(*panel, wish) : check_free(entry, wish);
  AnswerId begun;
  if (!allowed.ok()) {
    JAEDAN_ASSIGN_OR_RETURN(begun, begun_control(entry.photo.id, wish));
    if (!begun) return allowed.error();
  }
  JAEDAN_RETURN_IF_ERROR(check_quota_of(wish, at));
  if (begun) return std::optional<Task>(put_in_hand(entry.photo.id, wish, at, begun));
  return std::optional<Task>(panel ? take_in_panel(*panel, wish, at) : put_in_hand(entry.photo.id, wish, at, {}));
}

/// The next one: of a panel, else of the queue; in the place of some, a control.
Result<std::optional<Task>> MemoryStore::claim_next(const TaskWish& wish, const std::string& at) {
  JAEDAN_RETURN_IF_ERROR(check_quota_of(wish, at));
  Panel* const panel = panel_to_take(wish);
  const Entry* const entry = panel ? nullptr : first_waiting(wish);
  if (!panel && !entry) return std::optional<Task>();
  const std::int64_t claims = state_.pace[{wish.user, wish.stage}]++;
  if (const Control* const control = control_to_take(wish, claims)) {
    Answer begun;
    begun.photo = control->photo;
    begun.stage = control->stage;
    begun.user = wish.user;
    begun.annotation = control->start;
    return std::optional<Task>(put_in_hand(control->photo, wish, at, answer_to_work_on(begun)));
  }
  return std::optional<Task>(panel ? take_in_panel(*panel, wish, at) : put_in_hand(entry->photo.id, wish, at, {}));
}

Result<std::optional<Task>> MemoryStore::task_in_hand(PhotoId photo, const std::string& now) {
  const Lock lock(mutex_);
  JAEDAN_ASSIGN_OR_RETURN(const Entry* const entry, find(photo));
  if (!entry->task) return std::optional<Task>();
  const Task& task = state_.tasks[entry->task];
  return task.expires_at > moment(now) ? std::optional<Task>(task) : std::optional<Task>();
}

Result<std::optional<Task>> MemoryStore::task_of(PhotoId photo, UserId user, const std::string& now) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(find(photo));
  const std::string at = moment(now);
  std::optional<Task> found;
  for (const auto& [id, task] : state_.tasks) {
    const bool theirs = task.photo == photo && task.user == user;
    if (theirs && task.state == TaskState::kClaimed && task.expires_at > at) found = task;
  }
  return found;
}

Result<std::optional<Task>> MemoryStore::last_task(PhotoId photo, UserId user) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(find(photo));
  std::optional<Task> last;
  for (const auto& [id, task] : state_.tasks) {
    if (task.photo == photo && task.user == user) last = task;
  }
  return last;
}

Result<std::vector<Task>> MemoryStore::tasks_in_hand(UserId user, TaskId after, int limit, const std::string& now) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_limit(limit));
  const std::string at = moment(now);
  std::vector<Task> tasks;
  for (auto known = state_.tasks.upper_bound(after); known != state_.tasks.end(); ++known) {
    const Task& task = known->second;
    if (static_cast<int>(tasks.size()) >= limit) break;
    const bool theirs = !user || task.user == user;
    if (theirs && task.state == TaskState::kClaimed && task.expires_at > at) tasks.push_back(task);
  }
  return tasks;
}

Status MemoryStore::end_task(TaskId task, TaskState how, const std::string& reason, const std::string& now) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_reason(reason));
  const std::string at = free_expired(now);
  const auto known = state_.tasks.find(task);
  if (known == state_.tasks.end() || known->second.state != TaskState::kClaimed) return task_over(task);
  end(known->second, how, reason, at);
  return {};
}

Result<std::int64_t> MemoryStore::waiting(Stage stage) {
  const Lock lock(mutex_);
  return std::count_if(state_.entries.begin(), state_.entries.end(),
                       [&](const auto& known) { return waits(known.second, stage); });
}

Result<std::vector<PhotoId>> MemoryStore::waiting_photos(Stage stage, PhotoId after, int limit) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_limit(limit));
  std::vector<PhotoId> photos;
  for (auto known = state_.entries.upper_bound(after); known != state_.entries.end(); ++known) {
    if (static_cast<int>(photos.size()) >= limit) break;
    if (waits(known->second, stage)) photos.push_back(known->first);
  }
  return photos;
}

Result<std::optional<Task>> MemoryStore::last_submitted(PhotoId photo, std::optional<Stage> stage) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(find(photo));
  std::optional<Task> last;
  for (const auto& [id, task] : state_.tasks) {
    const bool of_it = task.photo == photo && !task.answer && task.state == TaskState::kSubmitted;
    const bool asked = stage ? task.stage == *stage : task.stage != Stage::kInspect;
    if (of_it && asked) last = task;
  }
  return last;
}

Result<std::optional<Stage>> MemoryStore::returned_to(PhotoId photo) {
  const Lock lock(mutex_);
  JAEDAN_ASSIGN_OR_RETURN(const Entry* const entry, find(photo));
  return entry->returned_to;
}

Status MemoryStore::set_returned_to(PhotoId photo, Stage stage) {
  const Lock lock(mutex_);
  JAEDAN_ASSIGN_OR_RETURN(Entry* const entry, find(photo));
  if (entry->annotation.state != WorkflowState::kReturned) return not_returned(photo);
  entry->returned_to = stage;
  return {};
}

Status MemoryStore::set_priority(PhotoId photo, int priority) {
  const Lock lock(mutex_);
  JAEDAN_ASSIGN_OR_RETURN(Entry* const entry, find(photo));
  entry->priority = priority;
  return {};
}

Result<bool> MemoryStore::worked_on(PhotoId photo, UserId user) {
  const Lock lock(mutex_);
  JAEDAN_ASSIGN_OR_RETURN(const Entry* const entry, find(photo));
  return entry->workers.count(user) > 0;
}

Result<QueueRules> MemoryStore::queue_rules() {
  const Lock lock(mutex_);
  return state_.queue_rules;
}

Status MemoryStore::set_queue_rules(const QueueRules& rules) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_storable(rules));
  state_.queue_rules = rules;
  return {};
}

Result<Quota> MemoryStore::quota(UserId user) {
  const Lock lock(mutex_);
  JAEDAN_ASSIGN_OR_RETURN(const Person* const person, find_person(user));
  return person->quota;
}

Status MemoryStore::set_quota(UserId user, const Quota& quota) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_storable(quota));
  JAEDAN_ASSIGN_OR_RETURN(Person* const person, find_person(user));
  person->quota = quota;
  return {};
}

}  // namespace jaedan::labeling
