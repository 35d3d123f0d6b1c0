#include "app/bench/bench_people.h"

#include <algorithm>
#include <chrono>
#include <functional>

#include "app/bench/median.h"
#include "app/workflow/figures/work_figures.h"
#include "app/workflow/people/acting_user.h"
#include "app/workflow/people/tasks.h"
#include "labeling/store/made_up_team.h"
#include "labeling/store/program.h"

namespace jaedan::bench {
namespace {

using workflow::Project;

constexpr int kClaims = 500;
constexpr int kLooks = 5;
constexpr int kPanels = 100;  // they come first: their answers are a part of the claims, not all
constexpr int kPeopleOfAPanel = 3;
constexpr int kControls = 2000;
constexpr int kControlPercent = 10;

/// Milliseconds that `work` takes.
Result<double> time_of(const std::function<Status()>& work) {
  const auto start = std::chrono::steady_clock::now();
  JAEDAN_RETURN_IF_ERROR(work());
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

enum class Promised { kNothing, kP95, kP99, kSlowest };

PeopleFigure figure_of(const std::string& what, const std::vector<double>& samples, Promised which, double allowed) {
  PeopleFigure figure;
  figure.what = what;
  figure.median = median(samples);
  figure.p95 = quantile(samples, 0.95);
  figure.p99 = quantile(samples, 0.99);
  figure.times = static_cast<int>(samples.size());
  figure.allowed = which == Promised::kNothing ? 0 : allowed;
  figure.measured = which == Promised::kP95 ? figure.p95 : which == Promised::kP99 ? figure.p99 : quantile(samples, 1);
  return figure;
}

/// Among what waits to be drawn are panels, and one claim of ten gets a control, as in a project that looks after its
/// quality: a claim looks for both before it takes a photo of the queue.
Status mix_in_answers(Project& project, std::int64_t photos) {
  labeling::Store& store = project.store();
  const auto at_most = [&](int most) { return static_cast<int>(std::min<std::int64_t>(most, photos / 100)); };
  return store.batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<PhotoId> waiting,
                            store.waiting_photos(Stage::kDrawn, PhotoId{}, at_most(kPanels)));
    for (const PhotoId photo : waiting) {
      JAEDAN_RETURN_IF_ERROR(store.open_panel(photo, Stage::kDrawn, kPeopleOfAPanel, labeling::utc_now()));
    }
    labeling::PhotoFilter approved;
    approved.state = WorkflowState::kApproved;
    JAEDAN_ASSIGN_OR_RETURN(const auto rows, store.list(approved, PhotoId{}, at_most(kControls)));
    for (const labeling::PhotoRow& row : rows) {
      labeling::Control control;
      control.photo = row.photo.id;
      control.start.photo = row.photo.id;
      JAEDAN_ASSIGN_OR_RETURN(control.truth, store.annotation(row.photo.id));
      JAEDAN_RETURN_IF_ERROR(store.set_control(control));
    }
    JAEDAN_ASSIGN_OR_RETURN(labeling::QueueRules rules, store.queue_rules());
    rules.control_percent = kControlPercent;
    return store.set_queue_rules(rules);
  });
}

/// Annotators claim what is to be drawn, and end it, in turns.
Status measure_tasks(Project& project, int people, PeopleBench& bench) {
  labeling::Store& store = project.store();
  std::vector<double> claims;
  std::vector<double> next_tasks;
  for (int i = 0; i < kClaims; ++i) {
    JAEDAN_ASSIGN_OR_RETURN(
        const Actor actor,
        workflow::acting_user(project, "person" + std::to_string(people - 1 - i % (people / 2 + 1))));
    if (!actor.roles.has(Role::kAnnotator)) continue;
    std::optional<workflow::PhotoTask> task;
    const auto claim = [&]() -> Status {
      JAEDAN_ASSIGN_OR_RETURN(task, workflow::claim_task(project, actor, {Stage::kDrawn, std::nullopt, {}}));
      return {};
    };
    JAEDAN_ASSIGN_OR_RETURN(const double claimed, time_of(claim));
    claims.push_back(claimed);
    // What the window does between two tasks: end one, claim the next, read it.
    JAEDAN_ASSIGN_OR_RETURN(const double next, time_of([&]() -> Status {
                              JAEDAN_RETURN_IF_ERROR(store.end_task(task->task.id, labeling::TaskState::kSubmitted, "",
                                                                    labeling::utc_now()));
                              JAEDAN_RETURN_IF_ERROR(claim());
                              JAEDAN_RETURN_IF_ERROR(store.annotation(task->photo.id));
                              JAEDAN_RETURN_IF_ERROR(store.prediction(task->photo.id));
                              return {};
                            }));
    next_tasks.push_back(next);
  }
  bench.figures.push_back(figure_of("claim", claims, Promised::kP99, 20));
  bench.figures.push_back(figure_of("next task", next_tasks, Promised::kP95, 50));
  return {};
}

Status measure_figures(const Project& project, PeopleBench& bench) {
  const auto measure = [&](const std::string& what, const workflow::FigureFilter& filter) -> Status {
    std::vector<double> looks;
    for (int i = 0; i < kLooks; ++i) {
      JAEDAN_ASSIGN_OR_RETURN(const double look, time_of([&]() -> Status {
                                JAEDAN_RETURN_IF_ERROR(workflow::work_figures(project, {filter, "", ""}));
                                return {};
                              }));
      looks.push_back(look);
    }
    bench.figures.push_back(figure_of(what, looks, Promised::kSlowest, 1000));
    return {};
  };
  workflow::FigureFilter filter;
  JAEDAN_RETURN_IF_ERROR(measure("manager's numbers, all", filter));
  filter.from = labeling::utc_after(labeling::utc_now(), -30LL * 24 * 3600).substr(0, 10);
  JAEDAN_RETURN_IF_ERROR(measure("manager's numbers, 30 days", filter));
  filter = {};
  filter.user = "person1";
  JAEDAN_RETURN_IF_ERROR(measure("manager's numbers, a person", filter));
  filter = {};
  filter.part = Part::kTop;
  JAEDAN_RETURN_IF_ERROR(measure("manager's numbers, a part", filter));
  filter = {};
  filter.style = "street";
  return measure("manager's numbers, a style", filter);
}

PeopleFigure seconds_figure(const std::string& what, double milliseconds) {
  PeopleFigure figure;
  figure.what = what;
  figure.median = figure.p95 = figure.p99 = figure.measured = milliseconds / 1000;
  figure.unit = "s";
  return figure;
}

}  // namespace

Result<PeopleBench> bench_people(const std::string& folder, const PeopleScene& scene, const workflow::Watch& watch) {
  PeopleBench bench;
  bench.photos = scene.photos;
  bench.people = scene.people;
  JAEDAN_ASSIGN_OR_RETURN(const labeling::ProjectPlace place, labeling::ProjectPlace::parse(folder));
  labeling::MadeUpTeam team;
  team.photos = scene.photos;
  team.people = scene.people;
  const auto told = [&](const char* what) {
    return [&watch, what](std::int64_t done, std::int64_t total) {
      watch.report({what, done, total, ""});
      return !watch.cancelled();
    };
  };
  JAEDAN_ASSIGN_OR_RETURN(const double made,
                          time_of([&] { return labeling::make_up_team(place, team, told("making up a team")); }));
  bench.figures.push_back(seconds_figure("making it up", made));
  std::optional<Project> project;
  JAEDAN_ASSIGN_OR_RETURN(const double opened, time_of([&]() -> Status {
                            labeling::OpenNews news;
                            news.progress = [&](std::int64_t done, std::int64_t total) {
                              watch.report({"counting the change log", done, total, ""});
                            };
                            Result<Project> found = Project::open(folder, news);
                            if (!found.ok()) return found.error();
                            project.emplace(std::move(found).value());
                            return {};
                          }));
  bench.figures.push_back(seconds_figure("opening it, its log not counted yet", opened));
  JAEDAN_ASSIGN_OR_RETURN(const labeling::CountProgress progress, project->store().count_progress());
  bench.records = progress.records;
  JAEDAN_RETURN_IF_ERROR(measure_figures(*project, bench));
  JAEDAN_RETURN_IF_ERROR(mix_in_answers(*project, scene.photos));
  JAEDAN_RETURN_IF_ERROR(measure_tasks(*project, scene.people, bench));
  if (!scene.verifies) return bench;
  std::vector<Message> problems;
  JAEDAN_ASSIGN_OR_RETURN(const double verified, time_of([&]() -> Status {
                            JAEDAN_ASSIGN_OR_RETURN(problems, project->store().verify());
                            return {};
                          }));
  if (!problems.empty()) return Error{ErrorCode::kInternal, problems.front()};
  bench.figures.push_back(seconds_figure("verify, the counts among it", verified));
  JAEDAN_ASSIGN_OR_RETURN(const double chain, time_of([&]() -> Status {
                            JAEDAN_RETURN_IF_ERROR(project->store().verify_log({}));
                            return {};
                          }));
  bench.figures.push_back(seconds_figure("verify, the chain of the log", chain));
  return bench;
}

}  // namespace jaedan::bench
