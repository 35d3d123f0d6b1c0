#include "app/gui/project/task_desk.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "app/workflow/photo/submit_photo.h"
#include "app/workflow/photo/undo_decision.h"
#include "labeling/review/state_machine.h"
#include "labeling/store/program.h"

namespace jaedan::gui {
namespace {

constexpr double kLookAgain_s = 20;   // others assign, and time goes by
constexpr double kLookSoonest_s = 2;  // however often something seems to have ended

bool is_empty_queue(const Error& error) { return error.message.key == "people.queue_empty"; }

/// The first that waits for one of `stages`, in that order.
Result<workflow::PhotoTask> claim_first(workflow::Project& project, const Actor& who,
                                        const std::vector<Stage>& stages) {
  Result<workflow::PhotoTask> last = Error{ErrorCode::kRefused, "tasks.no_stage", "{0} works at no stage", {who.name}};
  for (const Stage stage : stages) {
    last = workflow::claim_task(project, who, {stage, std::nullopt, std::nullopt});
    if (last.ok() || !is_empty_queue(last.error())) return last;
  }
  return last;
}

Result<Stage> stage_waited_for(const workflow::Project& project, PhotoId photo) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, store.annotation(photo));
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Stage> returned_to, store.returned_to(photo));
  JAEDAN_ASSIGN_OR_RETURN(const labeling::QueueRules rules, store.queue_rules());
  const std::optional<Stage> stage = next_stage(annotation.state, returned_to, rules.stages);
  if (stage) return *stage;
  return Error{ErrorCode::kRefused, "tasks.waits_for_nothing",
               "the photo is approved and waits for nobody; return it to a stage to have more done"};
}

}  // namespace

std::string ends_at(const HeldTask& task) {
  return labeling::wall_clock(task.what.task.expires_at, labeling::utc_now());
}

struct TaskDesk::Answer {
  Result<Found> got = Found{};
  Result<std::vector<workflow::PhotoTask>> tasks = std::vector<workflow::PhotoTask>{};
  Result<labeling::QueueRules> rules = labeling::QueueRules{};
};

TaskDesk::TaskDesk(ProjectThread& writer, Actor who, Events events)
    : writer_(writer), who_(std::move(who)), events_(std::move(events)), known_(!who_.in_team()) {}

const HeldTask* TaskDesk::on(PhotoId photo) const {
  const auto found =
      std::find_if(tasks_.begin(), tasks_.end(), [&](const HeldTask& held) { return held.what.photo.id == photo; });
  return found == tasks_.end() || !photo ? nullptr : &*found;
}

Actor TaskDesk::at_work(const Actor& actor, PhotoId photo) const {
  const HeldTask* const held = on(photo);
  return held ? actor.at(held->what.task.stage) : actor;
}

std::optional<PhotoId> TaskDesk::after(PhotoId photo) const {
  const HeldTask* const here = on(photo);
  const std::optional<Stage> stage = here ? here->what.task.stage : kept_stage_;
  std::optional<PhotoId> other;
  for (const HeldTask& held : tasks_) {
    if (held.over || held.what.photo.id == photo) continue;
    if (!stage || held.what.task.stage == *stage) return held.what.photo.id;
    if (!other) other = held.what.photo.id;
  }
  return kept_stage_ ? std::nullopt : other;
}

std::vector<Stage> TaskDesk::stages() const {
  std::vector<Stage> all;
  for (const Stage stage : kAllStages) {
    if (in_team() && project_stages_.has(stage) && check_role(who_, stage).ok()) all.push_back(stage);
  }
  return all;
}

void TaskDesk::run(Work work) { run(std::move(work), Leaving()); }

void TaskDesk::run(Work work, Leaving leaves) {
  if (const HeldTask* const left = leaves.photo ? on(leaves.photo) : nullptr) last_stage_ = left->what.task.stage;
  ++asked_;
  writer_.submit(
      {}, [this, work = std::move(work), who = who_, leaves](workflow::Project& project, const workflow::Watch&) {
        auto answer = std::make_shared<Answer>();
        answer->got = work(project);
        if (who.in_team()) answer->tasks = workflow::tasks_of(project, who);
        answer->rules = project.store().queue_rules();
        return std::function<void()>([this, answer, leaves] { take_answer(*answer, leaves); });
      });
}

void TaskDesk::take_answer(const Answer& answer, const Leaving& leaves) {
  --asked_;
  known_ = true;
  if (answer.rules.ok()) project_stages_ = answer.rules->stages;
  const bool ended = leaves.photo && answer.got.ok();
  const bool forgot = ended && forget(leaves.photo);
  const bool others = answer.tasks.ok() && take_tasks(*answer.tasks);
  if (forgot || others) events_.changed();
  if (!answer.got.ok()) return events_.failed(answer.got.error());
  if (!answer.tasks.ok()) return events_.failed(answer.tasks.error());
  if (answer.got->ahead) unseen_.insert(answer.got->ahead);
  if (answer.got->returned) events_.returned(answer.got->returned);
  if (ended) events_.left(leaves.photo);
  if (answer.got->shows) events_.got(answer.got->shows);
  if (ended && leaves.goes_on) next(leaves.photo);
}

bool TaskDesk::forget(PhotoId photo) {
  const auto is_of = [&](const HeldTask& held) { return held.what.photo.id == photo; };
  const auto gone = std::remove_if(tasks_.begin(), tasks_.end(), is_of);
  const bool was_there = gone != tasks_.end();
  tasks_.erase(gone, tasks_.end());
  return was_there;
}

bool TaskDesk::take_tasks(const std::vector<workflow::PhotoTask>& now) {
  std::vector<HeldTask> held;
  for (const workflow::PhotoTask& task : now) held.push_back({task, false});
  std::vector<HeldTask> over;
  for (HeldTask& old : tasks_) {
    const auto is_same = [&](const workflow::PhotoTask& task) { return task.photo.id == old.what.photo.id; };
    const bool is_looked_at = old.what.photo.id == shown_;
    if (!is_looked_at || std::any_of(now.begin(), now.end(), is_same)) continue;
    const bool is_news = !std::exchange(old.over, true);
    held.push_back(old);
    if (is_news) over.push_back(old);
  }
  const auto same_photo = [](const HeldTask& a, const HeldTask& b) { return a.what.photo.id == b.what.photo.id; };
  const bool same = std::equal(tasks_.begin(), tasks_.end(), held.begin(), held.end(), same_photo);
  tasks_ = std::move(held);
  for (const HeldTask& one : over) events_.ended(one);
  return !same;
}

void TaskDesk::refresh() {
  run([](workflow::Project&) { return Result<Found>(Found{}); });
}

Result<TaskDesk::Found> TaskDesk::claim_next(workflow::Project& project, const Actor& who,
                                             const std::vector<Stage>& order) {
  JAEDAN_ASSIGN_OR_RETURN(const workflow::PhotoTask task, claim_first(project, who, order));
  Found found{task.photo.id, {}};
  if (task.task.stage != Stage::kInspect) return found;
  // None is left, or the quota is used up: then the next one is asked for when it is wanted.
  if (const auto more = claim_first(project, who, {Stage::kInspect}); more.ok()) found.ahead = more->photo.id;
  return found;
}

void TaskDesk::next(PhotoId shown) {
  if (!in_team()) return;
  if (const std::optional<PhotoId> other = after(shown)) {
    events_.got(*other);
    return take_one_ahead(*other, shown);
  }
  std::vector<Stage> order = stages();
  std::reverse(order.begin(), order.end());  // what is furthest on is done first
  // … but who draws goes on drawing.
  if (last_stage_)
    std::stable_partition(order.begin(), order.end(), [&](Stage stage) { return stage == *last_stage_; });
  if (kept_stage_) order = {*kept_stage_};
  run([order, who = who_](workflow::Project& project) { return claim_next(project, who, order); });
}

void TaskDesk::take_one_ahead(PhotoId next, PhotoId shown) {
  const HeldTask* const held = on(next);
  if (!held || held->what.task.stage != Stage::kInspect) return;
  const auto is_further = [&](const HeldTask& one) {
    return one.what.task.stage == Stage::kInspect && one.what.photo.id != next && one.what.photo.id != shown;
  };
  if (std::any_of(tasks_.begin(), tasks_.end(), is_further)) return;
  run([who = who_](workflow::Project& project) -> Result<Found> {
    const auto more = claim_first(project, who, {Stage::kInspect});
    return Found{{}, more.ok() ? more->photo.id : PhotoId{}};
  });
}

void TaskDesk::take(PhotoId photo) {
  if (!in_team()) return;
  run([photo, who = who_](workflow::Project& project) -> Result<Found> {
    JAEDAN_ASSIGN_OR_RETURN(const Stage stage, stage_waited_for(project, photo));
    JAEDAN_RETURN_IF_ERROR(workflow::claim_task(project, who, {stage, photo, std::nullopt}));
    return Found{photo, {}};
  });
}

void TaskDesk::submit(PhotoId photo) {
  const auto work = [photo, who = who_.looking()](workflow::Project& project) -> Result<Found> {
    JAEDAN_RETURN_IF_ERROR(workflow::submit_photo(project, photo, who));
    return Found{};
  };
  run(work, {photo, true});
}

void TaskDesk::release(PhotoId photo, const workflow::ReleaseChoice& choice) {
  const HeldTask* const held = on(photo);
  if (held && held->over) {  // there is nothing to give back any more
    forget(photo);
    events_.left(photo);
    return events_.changed();
  }
  const auto work = [photo, choice, who = who_](workflow::Project& project) -> Result<Found> {
    JAEDAN_RETURN_IF_ERROR(workflow::release_task(project, who, photo, choice));
    return Found{};
  };
  run(work, {photo, choice.skips});
}

void TaskDesk::return_photo(PhotoId photo, const workflow::ReturnChoice& choice) {
  // Not as one who looks: what is sent back is what nobody vouches for yet.
  const auto work = [photo, choice, who = who_.in_batch()](workflow::Project& project) -> Result<Found> {
    JAEDAN_RETURN_IF_ERROR(workflow::return_photo(project, photo, who, choice));
    return Found{{}, {}, photo};
  };
  run(work, {photo, on(photo) != nullptr});
}

void TaskDesk::take_back(PhotoId photo) {
  const auto work = [photo, who = who_](workflow::Project& project) -> Result<Found> {
    JAEDAN_RETURN_IF_ERROR(workflow::undo_decision(project, photo, who));
    return Found{photo, {}};
  };
  run(work, {photo, false});
}

void TaskDesk::decided(PhotoId photo) {
  if (!forget(photo)) return;
  events_.changed();
  refresh();
}

void TaskDesk::give_back_unseen() {
  for (const PhotoId photo : std::exchange(unseen_, {})) {
    const HeldTask* const held = on(photo);
    if (held && !held->over) release(photo, {});
  }
}

void TaskDesk::follow(PhotoId shown, double now_s) {
  if (!in_team()) return;
  unseen_.erase(shown);
  if (const PhotoId before = std::exchange(shown_, shown); before != shown) {
    if (const HeldTask* const left = on(before); left && left->over) {
      forget(before);
      events_.changed();
    }
  }
  const HeldTask* const held = on(shown);
  const bool seems_over = held && !held->over && held->what.task.expires_at <= labeling::utc_now();
  if (asked_ > 0 || now_s < (seems_over ? looked_at_s_ + kLookSoonest_s : looked_at_s_ + kLookAgain_s)) return;
  looked_at_s_ = now_s;
  refresh();
}

}  // namespace jaedan::gui
