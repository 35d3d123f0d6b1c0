#include <algorithm>
#include <utility>

#include "labeling/store/annotation_json.h"
#include "labeling/store/counts/record_facts.h"
#include "labeling/store/memory/memory_store.h"
#include "labeling/store/people/answer_rules.h"
#include "labeling/store/people/task_rules.h"
#include "labeling/store/program.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling {

Panel* MemoryStore::open_panel_of(PhotoId photo) {
  for (auto& [id, panel] : state_.panels) {
    if (panel.photo == photo && panel.state == PanelState::kOpen) return &panel;
  }
  return nullptr;
}

/// Whether the photo may be given to several people.
Status MemoryStore::check_reservable(PhotoId photo, Stage stage, const std::string& now) {
  free_expired(now);
  JAEDAN_ASSIGN_OR_RETURN(const Entry* const entry, find(photo));
  if (entry->task) {
    const Task& task = state_.tasks[entry->task];
    return in_other_hands(photo, state_.people[task.user].user.name, task.expires_at);
  }
  if (open_panel_of(photo)) return panel_is_open(photo);
  return check_waits_for(stage, photo, entry->annotation.state, entry->returned_to, state_.queue_rules.stages);
}

bool MemoryStore::has_had(const Answer& answer) const {
  if (answer.submitted()) return true;
  return std::any_of(state_.tasks.begin(), state_.tasks.end(), [&](const auto& known) {
    const Task& task = known.second;
    return task.answer == answer.id && (task.state == TaskState::kClaimed || task.state == TaskState::kSkipped);
  });
}

Panel* MemoryStore::panel_to_take(const TaskWish& wish) {
  Panel* first = nullptr;
  for (auto& [id, panel] : state_.panels) {
    if (panel.state != PanelState::kOpen || panel.stage != wish.stage || panel.free <= 0) continue;
    const PanelId key = panel.id;
    const bool had = std::any_of(state_.answers.begin(), state_.answers.end(), [&](const auto& known) {
      const Answer& answer = known.second.answer;
      return answer.panel == key && answer.user == wish.user && has_had(answer);
    });
    if (!had && (!first || panel.photo < first->photo)) first = &panel;
  }
  return first;
}

/// Whether this person may take part in the panel on a photo that is asked for by name.
Status MemoryStore::check_panel(const Panel& panel, const TaskWish& wish) {
  if (panel.stage != wish.stage) return panel_is_open(panel.photo);
  for (const auto& [id, kept] : state_.answers) {
    const Answer& answer = kept.answer;
    if (answer.panel == panel.id && answer.user == wish.user && answer.submitted()) {
      return answered_already(panel.photo);
    }
  }
  return panel.free > 0 ? Status() : Status(panel_full(panel.photo));
}

/// The control that the person gets as this claim, if it is to be one and there is one left for them.
const Control* MemoryStore::control_to_take(const TaskWish& wish, std::int64_t claims) const {
  if (!control_due(state_.queue_rules, wish.user, wish.stage, claims)) return nullptr;
  std::vector<const Control*> left;
  for (const auto& [key, control] : state_.controls) {
    if (control.stage != wish.stage || state_.entries.at(control.photo).workers.count(wish.user) > 0) continue;
    const PhotoId photo = control.photo;
    const bool had = std::any_of(state_.answers.begin(), state_.answers.end(), [&](const auto& known) {
      const Answer& answer = known.second.answer;
      return !answer.panel && answer.photo == photo && answer.stage == wish.stage && answer.user == wish.user &&
             has_had(answer);
    });
    if (!had) left.push_back(&control);
  }
  if (left.empty()) return nullptr;
  return left[control_choice(state_.queue_rules, wish.user, wish.stage, claims, left.size())];
}

/// The person's answer about the photo of `begun` that is not submitted, or a new one that begins as it does.
AnswerId MemoryStore::answer_to_work_on(const Answer& begun) {
  for (const auto& [id, kept] : state_.answers) {
    const Answer& answer = kept.answer;
    if (answer.panel == begun.panel && answer.photo == begun.photo && answer.stage == begun.stage &&
        answer.user == begun.user && !answer.submitted()) {
      return id;
    }
  }
  const AnswerId id{static_cast<std::int64_t>(state_.answers.size()) + 1};
  Answer& answer = state_.answers[id].answer = begun;
  answer.id = id;
  answer.annotation.answer = id;
  answer.annotation.revision = 0;
  return id;
}

/// One of the people that the panel is of begins with the photo as it is.
Task MemoryStore::take_in_panel(Panel& panel, const TaskWish& wish, const std::string& at) {
  Answer begun;
  begun.photo = panel.photo;
  begun.stage = panel.stage;
  begun.user = wish.user;
  begun.panel = panel.id;
  begun.annotation = state_.entries[panel.photo].annotation;
  --panel.free;
  return put_in_hand(panel.photo, wish, at, answer_to_work_on(begun));
}

Result<Panel> MemoryStore::open_panel(PhotoId photo, Stage stage, int people, const std::string& now) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_panel_size(people));
  JAEDAN_RETURN_IF_ERROR(check_reservable(photo, stage, now));
  const PanelId id{static_cast<std::int64_t>(state_.panels.size()) + 1};
  Panel& panel = state_.panels[id];
  panel.id = id;
  panel.photo = photo;
  panel.stage = stage;
  panel.people = people;
  panel.free = people;
  state_.entries[photo].in_panel = true;
  return panel;
}

Status MemoryStore::end_panel(PanelId id, PanelState how, std::int64_t merged_revision, const std::string& now) {
  const Lock lock(mutex_);
  const auto known = state_.panels.find(id);
  if (known == state_.panels.end() || known->second.state != PanelState::kOpen) return panel_over(id);
  const std::string at = free_expired(now);
  for (auto& [task_id, task] : state_.tasks) {
    const auto answer = state_.answers.find(task.answer);
    const bool of_it = answer != state_.answers.end() && answer->second.answer.panel == id;
    if (of_it && task.state == TaskState::kClaimed) end(task, TaskState::kReleased, "", at);
  }
  known->second.state = how;
  known->second.merged_revision = merged_revision;
  state_.entries[known->second.photo].in_panel = false;
  if (how == PanelState::kCancelled) {
    forget_measure(id);
    state_.panels_to_measure.erase(id);
  }
  return {};
}

Status MemoryStore::reopen_panel(PanelId id, const std::string& now) {
  const Lock lock(mutex_);
  const auto known = state_.panels.find(id);
  if (known == state_.panels.end()) return panel_over(id);
  Panel& panel = known->second;
  if (panel.state != PanelState::kMerged) return panel_not_merged(id);
  JAEDAN_RETURN_IF_ERROR(check_reservable(panel.photo, panel.stage, now));
  panel.state = PanelState::kOpen;
  panel.merged_revision = 0;
  state_.entries[panel.photo].in_panel = true;
  return {};
}

Result<std::optional<Panel>> MemoryStore::panel_of(PhotoId photo) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(find(photo));
  std::optional<Panel> last;
  for (const auto& [id, panel] : state_.panels) {
    if (panel.photo == photo) last = panel;
  }
  return last;
}

Result<std::vector<Panel>> MemoryStore::panels(PanelId after, int limit) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_limit(limit));
  std::vector<Panel> panels;
  for (auto known = state_.panels.upper_bound(after); known != state_.panels.end(); ++known) {
    if (static_cast<int>(panels.size()) >= limit) break;
    panels.push_back(known->second);
  }
  return panels;
}

Result<std::vector<Answer>> MemoryStore::answers_of(PanelId panel) {
  const Lock lock(mutex_);
  std::vector<Answer> answers;
  for (const auto& [id, kept] : state_.answers) {
    if (kept.answer.panel == panel) answers.push_back(kept.answer);
  }
  return answers;
}

Result<Answer> MemoryStore::answer(AnswerId id) {
  const Lock lock(mutex_);
  const auto known = state_.answers.find(id);
  if (known == state_.answers.end()) return answer_unknown(id);
  return known->second.answer;
}

Result<std::string> MemoryStore::answer_history(AnswerId id) {
  const Lock lock(mutex_);
  const auto known = state_.answers.find(id);
  if (known == state_.answers.end()) return answer_unknown(id);
  return known->second.history;
}

Result<std::int64_t> MemoryStore::save_answer(const Annotation& annotation, TaskId task, const ChangeNote& note,
                                              const std::string& history) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_answer(annotation));
  JAEDAN_RETURN_IF_ERROR(check_storable(note));
  const auto known = state_.answers.find(annotation.answer);
  if (known == state_.answers.end()) return answer_unknown(annotation.answer);
  Answer& answer = known->second.answer;
  if (answer.submitted()) return answered_already(answer.photo);
  if (answer.annotation.revision != annotation.revision) return answer_stale(annotation, answer.annotation.revision);
  if (note.worker) JAEDAN_RETURN_IF_ERROR(find_person(note.worker));
  if (note.ends) {
    const auto ends = state_.tasks.find(note.ends);
    if (ends == state_.tasks.end() || ends->second.state != TaskState::kClaimed) return task_over(note.ends);
  }
  answer.annotation = annotation;
  ++answer.annotation.revision;
  known->second.history = history;
  Annotation content = answer.annotation;
  content.answer = {};
  const LogSubject subject{SubjectKind::kTask, std::to_string(task.value), answer.photo};
  count(log(subject, note, 0, annotation_to_json(content)), {}, record_facts(content));
  if (note.worker) state_.entries[answer.photo].workers.insert(note.worker);
  if (note.ends) end(state_.tasks[note.ends], TaskState::kSubmitted, "", moment(utc_now()));
  return answer.annotation.revision;
}

Status MemoryStore::scale_answers(PhotoId photo, double x, double y) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(find(photo));
  for (auto& [id, kept] : state_.answers) {
    if (kept.answer.photo != photo) continue;
    Annotation& annotation = kept.answer.annotation;
    annotation = scaled(std::move(annotation), x, y);
    ++annotation.revision;
    kept.history.clear();
  }
  for (auto& [key, control] : state_.controls) {
    if (control.photo != photo) continue;
    control.start = scaled(std::move(control.start), x, y);
    control.truth = scaled(std::move(control.truth), x, y);
  }
  answers_changed(photo);
  return {};
}

Status MemoryStore::set_control(const Control& control) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_storable(control));
  JAEDAN_RETURN_IF_ERROR(find(control.photo));
  state_.controls[{control.photo, control.stage}] = control;
  truth_changed(control.photo, [&](Stage stage) { return stage == control.stage; });
  return {};
}

Result<bool> MemoryStore::remove_control(PhotoId photo) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(find(photo));
  bool removed = false;
  for (const Stage stage : kAllStages) removed = state_.controls.erase({photo, stage}) > 0 || removed;
  if (removed) truth_changed(photo, [](Stage) { return true; });
  return removed;
}

Result<std::vector<Control>> MemoryStore::controls(PhotoId after, int limit) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_limit(limit));
  std::vector<Control> controls;
  int photos = 0;
  for (const auto& [key, control] : state_.controls) {
    if (!(after < control.photo)) continue;
    const bool is_new = controls.empty() || controls.back().photo != control.photo;
    if (is_new && ++photos > limit) break;
    controls.push_back(control);
  }
  return controls;
}

Result<std::optional<Control>> MemoryStore::control(PhotoId photo, Stage stage) {
  const Lock lock(mutex_);
  const auto known = state_.controls.find({photo, stage});
  return known == state_.controls.end() ? std::optional<Control>() : std::optional<Control>(known->second);
}

Result<std::vector<Answer>> MemoryStore::control_answers(AnswerId after, int limit) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_limit(limit));
  std::vector<Answer> answers;
  for (auto known = state_.answers.upper_bound(after); known != state_.answers.end(); ++known) {
    if (static_cast<int>(answers.size()) >= limit) break;
    if (!known->second.answer.panel && known->second.answer.submitted()) answers.push_back(known->second.answer);
  }
  return answers;
}

}  // namespace jaedan::labeling
