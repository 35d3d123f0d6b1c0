#include "app/workflow/people/tasks.h"

#include "app/workflow/audit/change_note.h"
#include "app/workflow/people/acting_user.h"
#include "app/workflow/people/held_tasks.h"
#include "app/workflow/people/manage_users.h"
#include "app/workflow/project/photo_pages.h"
#include "labeling/review/state_machine.h"
#include "labeling/store/log_content.h"
#include "labeling/store/people/answer_rules.h"
#include "labeling/store/people/task_rules.h"
#include "labeling/store/program.h"

namespace jaedan::workflow {
namespace {

using labeling::Task;
using labeling::TaskState;

/// Who takes part in the turns: a user of the project, as of now.
Result<Actor> as_team_member(const Project& project, const Actor& actor) {
  JAEDAN_ASSIGN_OR_RETURN(Actor now, as_of_now(project, actor));
  if (now.in_team()) return now;
  return Error{ErrorCode::kRefused, "people.no_team",
               "this project has no users, so nobody has to claim photos; add the first one with 'jaedan user add'"};
}

/// The same; kForbidden for who is no manager.
Result<Actor> as_manager_of_team(const Project& project, const Actor& actor) {
  JAEDAN_ASSIGN_OR_RETURN(Actor now, as_team_member(project, actor));
  JAEDAN_RETURN_IF_ERROR(check_role(now, Deed::kManage));
  return now;
}

Error queue_empty(Stage stage, const std::string& name) {
  return {ErrorCode::kRefused,
          "people.queue_empty",
          "no photo waits for {1} ({0}): none is left, or all are in somebody's hands, skipped, or their own work",
          {message_of(stage), name}};
}

Error task_expired(const std::string& name, const Task& task, const Message& whose) {
  return {ErrorCode::kRefused,
          "people.task_expired",
          "the task of {0} on photo {1} expired at {2}; the work is kept, and the photo is in the hands of {3}",
          {name, task.photo.value, labeling::wall_clock(task.expires_at, labeling::utc_now()), whose}};
}

/// Whether a task that is in hand no longer ended by itself; the store may not have noticed yet.
bool has_expired(const Task& task) { return task.state == TaskState::kExpired || task.state == TaskState::kClaimed; }

/// Whether the photo of an expired task still waits for its stage, in nobody's hands.
Result<bool> photo_still_waits(const Project& project, const Task& expired) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Task> of_another, store.task_in_hand(expired.photo, labeling::utc_now()));
  if (of_another) return false;
  JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, store.annotation(expired.photo));
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Stage> returned_to, store.returned_to(expired.photo));
  JAEDAN_ASSIGN_OR_RETURN(const labeling::QueueRules rules, store.queue_rules());
  return next_stage(annotation.state, returned_to, rules.stages) == expired.stage;
}

/// Whether anybody still waits for the answer of an expired task, which is nobody else's.
Result<bool> answer_still_asked(labeling::Store& store, const Task& expired) {
  JAEDAN_ASSIGN_OR_RETURN(const labeling::Answer answer, store.answer(expired.answer));
  if (answer.submitted() || !answer.panel) return !answer.submitted();
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<labeling::Panel> panel, store.panel_of(expired.photo));
  return panel && panel->id == answer.panel && panel->state == labeling::PanelState::kOpen;
}

/// The task that the person has in hand on the photo, or had until it expired and may go on with.
Result<std::optional<Task>> task_to_go_on_with(const Project& project, UserId user, PhotoId photo) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Task> own, store.task_of(photo, user, labeling::utc_now()));
  if (own) return own;
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Task> last, store.last_task(photo, user));
  if (!last || !has_expired(*last)) return std::optional<Task>();
  JAEDAN_ASSIGN_OR_RETURN(const bool goes_on,
                          last->answer ? answer_still_asked(store, *last) : photo_still_waits(project, *last));
  return goes_on ? last : std::nullopt;
}

Result<PhotoTask> with_photo(const Project& project, const Task& task) {
  JAEDAN_ASSIGN_OR_RETURN(Photo photo, project.store().photo(task.photo));
  JAEDAN_ASSIGN_OR_RETURN(User holder, project.store().user(task.user));
  return PhotoTask{task, std::move(photo), std::move(holder.name)};
}

/// All that a person (none: anybody) has in hand.
Result<std::vector<PhotoTask>> with_photos(const Project& project, UserId user) {
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<Task> held, held_by(project.store(), user));
  std::vector<PhotoTask> all;
  for (const Task& task : held) {
    JAEDAN_ASSIGN_OR_RETURN(PhotoTask one, with_photo(project, task));
    all.push_back(std::move(one));
  }
  return all;
}

/// Says in the log who took a photo in hand, or put it into somebody's.
Status log_claim(labeling::Store& store, const Actor& who, const Task& task, const std::string& person, bool assigned) {
  const labeling::ChangeNote note =
      assigned ? change_note(who, ProjectDeed::kAssign) : change_note(who, ProjectDeed::kClaim, task.stage);
  JAEDAN_RETURN_IF_ERROR(store.append_to_log(labeling::task_subject(task), note, labeling::task_content(task, person)));
  return {};
}

/// The claim itself, of somebody who may, in a batch of who calls; `assigned`: by `who`, a manager. None: nothing
/// waits.
Result<std::optional<Task>> take(Project& project, const Actor& who, const User& person, const ClaimChoice& choice,
                                 bool assigned) {
  labeling::Store& store = project.store();
  labeling::TaskWish wish;
  wish.user = person.id;
  wish.stage = choice.stage;
  wish.photo = choice.photo;
  wish.assigned = assigned;
  JAEDAN_ASSIGN_OR_RETURN(const labeling::QueueRules rules, store.queue_rules());
  if (!rules.stages.has(choice.stage)) {
    return Error{
        ErrorCode::kRefused, "people.stage_off", "{0} is switched off in this project", {message_of(choice.stage)}};
  }
  wish.seconds = choice.seconds.value_or(rules.claim_seconds);
  const std::string now = labeling::utc_now();
  std::optional<Task> before;
  if (choice.photo && !assigned) {
    JAEDAN_ASSIGN_OR_RETURN(before, store.task_of(*choice.photo, person.id, now));
  }
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Task> task, store.claim(wish, now));
  const bool had_it = task && before && before->id == task->id;
  if (task && !had_it) JAEDAN_RETURN_IF_ERROR(log_claim(store, who, *task, person.name, assigned));
  return task;
}

/// The task that `actor` may give back: their own, that of the person named `of`, or that of whoever has the photo.
Result<Task> task_to_release(const Project& project, const Actor& actor, PhotoId photo, const std::string& of) {
  labeling::Store& store = project.store();
  UserId whose = actor.user;
  if (!of.empty()) {
    JAEDAN_ASSIGN_OR_RETURN(const User person, find_user(project, of));
    whose = person.id;
  }
  JAEDAN_ASSIGN_OR_RETURN(std::optional<Task> task, store.task_of(photo, whose, labeling::utc_now()));
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Task> in_hand, store.task_in_hand(photo, labeling::utc_now()));
  if (!task && of.empty()) task = in_hand;
  if (!task && !in_hand) {
    return Error{ErrorCode::kRefused, "people.nobody_has_it", "photo {0} is in nobody's hands", {photo.value}};
  }
  const bool manages = check_role(actor, Deed::kManage).ok();
  if (!task || (task->user != actor.user && !manages)) {
    Error refused = in_hands_of_holder(store, task ? *task : *in_hand);
    if (refused.code == ErrorCode::kRefused && !manages) refused.code = ErrorCode::kForbidden;
    return refused;
  }
  return *task;
}

/// Who is given a task of `stage`.
Result<User> receiver(const Project& project, const std::string& name, Stage stage) {
  JAEDAN_ASSIGN_OR_RETURN(User user, find_user(project, name));
  if (user.disabled) {
    return Error{
        ErrorCode::kRefused, "people.receiver_disabled", "{0} is disabled and cannot be given a photo", {user.name}};
  }
  Actor receiver;
  receiver.name = user.name;
  receiver.roles = user.roles;
  JAEDAN_RETURN_IF_ERROR(check_role(receiver, stage));
  return user;
}

}  // namespace

Error no_task(const std::string& name, PhotoId photo) {
  return {ErrorCode::kRefused,
          "people.no_task",
          "{0} has no task on photo {1}; claim it first (jaedan claim)",
          {name, photo.value}};
}

Result<PhotoTask> claim_task(Project& project, const Actor& actor, const ClaimChoice& choice) {
  std::optional<Task> task;
  const Status done = project.store().batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(const Actor now, as_team_member(project, actor));
    JAEDAN_RETURN_IF_ERROR(check_role(now, choice.stage));
    JAEDAN_ASSIGN_OR_RETURN(const User person, project.store().user(now.user));
    JAEDAN_ASSIGN_OR_RETURN(task, take(project, now, person, choice, false));
    return {};
  });
  if (!done.ok()) return done.error();
  if (!task) return queue_empty(choice.stage, actor.name);
  return with_photo(project, *task);
}

Result<std::vector<PhotoTask>> tasks_of(const Project& project, const Actor& actor) {
  JAEDAN_ASSIGN_OR_RETURN(const Actor now, as_team_member(project, actor));
  return with_photos(project, now.user);
}

Result<std::vector<PhotoTask>> tasks_in_hand(const Project& project, const Actor& actor, const std::string& of) {
  JAEDAN_ASSIGN_OR_RETURN(const Actor now, as_team_member(project, actor));
  if (of.empty()) return with_photos(project, now.roles.has(Role::kManager) ? UserId{} : now.user);
  if (user_key(of) != user_key(now.name)) JAEDAN_RETURN_IF_ERROR(check_role(now, Deed::kManage));
  JAEDAN_ASSIGN_OR_RETURN(const User person, find_user(project, of));
  return with_photos(project, person.id);
}

Result<Task> release_task(Project& project, const Actor& actor, PhotoId photo, const ReleaseChoice& choice) {
  labeling::Store& store = project.store();
  Task released;
  const Status done = store.batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(const Actor now, as_team_member(project, actor));
    JAEDAN_ASSIGN_OR_RETURN(released, task_to_release(project, now, photo, choice.of));
    released.state = choice.skips ? TaskState::kSkipped : TaskState::kReleased;
    released.reason = choice.reason;
    JAEDAN_RETURN_IF_ERROR(store.end_task(released.id, released.state, choice.reason, labeling::utc_now()));
    return log_release(store, now, released);
  });
  if (!done.ok()) return done.error();
  return released;
}

Result<PhotoTask> assign_task(Project& project, const Actor& manager, const std::string& name,
                              const ClaimChoice& choice) {
  std::optional<Task> task;
  const Status done = project.store().batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(const Actor now, as_manager_of_team(project, manager));
    JAEDAN_ASSIGN_OR_RETURN(const User person, receiver(project, name, choice.stage));
    JAEDAN_ASSIGN_OR_RETURN(task, take(project, now, person, choice, true));
    return {};
  });
  if (!done.ok()) return done.error();
  if (!task) return queue_empty(choice.stage, name);
  return with_photo(project, *task);
}

Result<BatchReport> assign_tasks(Project& project, const Actor& manager, const std::string& name,
                                 const ClaimChoice& choice, const labeling::PhotoFilter& filter, const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const Actor now, as_manager_of_team(project, manager));
  JAEDAN_ASSIGN_OR_RETURN(const User person, receiver(project, name, choice.stage));
  return change_each_photo(project, filter, "assigning", watch,
                           [&](const labeling::PhotoRow& row, BatchReport& report) -> Status {
                             ClaimChoice one = choice;
                             one.photo = row.photo.id;
                             JAEDAN_RETURN_IF_ERROR(take(project, now, person, one, true));
                             ++report.done;
                             return {};
                           });
}

Result<Actor> with_task(const Project& project, const Actor& actor, PhotoId photo) {
  JAEDAN_ASSIGN_OR_RETURN(const Actor now, as_of_now(project, actor));
  if (!now.in_team()) return now;
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Task> task, task_to_go_on_with(project, now.user, photo));
  return task ? now.at(task->stage) : now;
}

Result<AnswerId> answer_in_hand(const Project& project, UserId user, PhotoId photo) {
  if (!user) return AnswerId{};
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Task> task, task_to_go_on_with(project, user, photo));
  return task ? task->answer : AnswerId{};
}

Result<AnswerId> answer_in_hand(const Project& project, const std::string& who, PhotoId photo) {
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<User> user, project.store().user_named(who));
  return user ? answer_in_hand(project, user->id, photo) : Result<AnswerId>(AnswerId{});
}

Result<Task> own_task(const Project& project, const Actor& actor, PhotoId photo) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Task> own, store.task_of(photo, actor.user, labeling::utc_now()));
  if (own) return *own;
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Task> task, store.task_in_hand(photo, labeling::utc_now()));
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Task> last, store.last_task(photo, actor.user));
  if (!last || !has_expired(*last)) return no_task(actor.name, photo);
  if (!task) return task_expired(actor.name, *last, {"people.nobodys", "nobody"});
  JAEDAN_ASSIGN_OR_RETURN(const User holder, store.user(task->user));
  return task_expired(actor.name, *last, holder.name);
}

Result<std::optional<Task>> task_to_work_on(const Project& project, const Actor& actor, PhotoId photo) {
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Task> task, task_on_photo(project.store(), photo));
  if (task && task->user != actor.user) return in_hands_of_holder(project.store(), *task);
  return task;
}

Status change_queues(Project& project, const Actor& manager, const QueueChange& change) {
  labeling::Store& store = project.store();
  return store.batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(const Actor now, as_of_now(project, manager));
    JAEDAN_RETURN_IF_ERROR(check_role(now, Deed::kManage));
    if (change.rules) {
      JAEDAN_ASSIGN_OR_RETURN(labeling::QueueRules rules, store.queue_rules());
      change.rules(rules);
      JAEDAN_RETURN_IF_ERROR(store.set_queue_rules(rules));
      JAEDAN_RETURN_IF_ERROR(store.append_to_log({labeling::SubjectKind::kSetting, labeling::kStagesSetting},
                                                 change_note(now, ProjectDeed::kSetStages),
                                                 labeling::queue_rules_content(rules)));
    }
    if (!change.quota) return {};
    JAEDAN_ASSIGN_OR_RETURN(const User person, find_user(project, change.quota_of));
    JAEDAN_ASSIGN_OR_RETURN(labeling::Quota quota, store.quota(person.id));
    change.quota(quota);
    JAEDAN_RETURN_IF_ERROR(store.set_quota(person.id, quota));
    JAEDAN_RETURN_IF_ERROR(store.append_to_log({labeling::SubjectKind::kUser, person.name},
                                               change_note(now, ProjectDeed::kSetQuota),
                                               labeling::quota_content(quota)));
    return {};
  });
}

Status set_queue_rules(Project& project, const Actor& manager, const labeling::QueueRules& rules) {
  return change_queues(project, manager, {[&](labeling::QueueRules& now) { now = rules; }});
}

Result<BatchReport> set_priorities(Project& project, const Actor& manager, const labeling::PhotoFilter& filter,
                                   int priority, const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const Actor now, as_of_now(project, manager));
  JAEDAN_RETURN_IF_ERROR(check_role(now, Deed::kManage));
  labeling::Store& store = project.store();
  const labeling::ChangeNote note = change_note(now, ProjectDeed::kSetPriority);
  const std::string content = labeling::priority_content(priority);
  return change_each_photo(
      project, filter, "giving priority", watch, [&](const labeling::PhotoRow& row, BatchReport& report) -> Status {
        JAEDAN_RETURN_IF_ERROR(store.set_priority(row.photo.id, priority));
        JAEDAN_RETURN_IF_ERROR(
            store.append_to_log({labeling::SubjectKind::kTask, labeling::kPriorityTask, row.photo.id}, note, content));
        ++report.done;
        return {};
      });
}

Status set_quota(Project& project, const Actor& manager, const std::string& name, const labeling::Quota& quota) {
  return change_queues(project, manager, {{}, name, [&](labeling::Quota& now) { now = quota; }});
}

}  // namespace jaedan::workflow
