#include "app/workflow/people/held_tasks.h"

#include "app/workflow/audit/change_note.h"
#include "labeling/store/log_content.h"
#include "labeling/store/people/answer_rules.h"
#include "labeling/store/people/task_rules.h"
#include "labeling/store/program.h"

namespace jaedan::workflow {

using labeling::Task;
using labeling::TaskState;

Result<std::vector<Task>> held_by(labeling::Store& store, UserId user) {
  constexpr int kPage = 1000;
  std::vector<Task> all;
  while (true) {
    const TaskId last = all.empty() ? TaskId{} : all.back().id;
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<Task> page, store.tasks_in_hand(user, last, kPage, labeling::utc_now()));
    if (page.empty()) return all;
    all.insert(all.end(), page.begin(), page.end());
  }
}

Result<std::optional<Task>> task_on_photo(labeling::Store& store, PhotoId photo) {
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<labeling::Panel> panel, store.panel_of(photo));
  if (panel && panel->state == labeling::PanelState::kOpen) return labeling::panel_is_open(photo);
  return store.task_in_hand(photo, labeling::utc_now());
}

Error in_hands_of_holder(labeling::Store& store, const Task& task) {
  const Result<User> holder = store.user(task.user);
  return holder.ok() ? labeling::in_other_hands(task.photo, holder->name, task.expires_at) : holder.error();
}

Status check_in_nobodys_hands(labeling::Store& store, PhotoId photo) {
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Task> task, task_on_photo(store, photo));
  return task ? Status(in_hands_of_holder(store, *task)) : Status();
}

Status log_release(labeling::Store& store, const Actor& who, const Task& task) {
  JAEDAN_ASSIGN_OR_RETURN(const User holder, store.user(task.user));
  const ProjectDeed deed = task.state == TaskState::kSkipped ? ProjectDeed::kSkip : ProjectDeed::kRelease;
  const bool own = task.user == who.user;
  const labeling::ChangeNote note = own ? change_note(who, deed, task.stage) : change_note(who, deed);
  JAEDAN_RETURN_IF_ERROR(
      store.append_to_log(labeling::task_subject(task), note, labeling::release_content(task, holder.name)));
  return {};
}

Status release_all(labeling::Store& store, const Actor& manager, UserId user) {
  JAEDAN_ASSIGN_OR_RETURN(std::vector<Task> held, held_by(store, user));
  for (Task& task : held) {
    task.state = TaskState::kReleased;
    JAEDAN_RETURN_IF_ERROR(store.end_task(task.id, task.state, "", labeling::utc_now()));
    JAEDAN_RETURN_IF_ERROR(log_release(store, manager, task));
  }
  return {};
}

}  // namespace jaedan::workflow
