#include "app/bench/bench_people.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>

#include "app/bench/median.h"
#include "app/workflow/figures/work_figures.h"
#include "app/workflow/people/acting_user.h"
#include "app/workflow/people/tasks.h"
#include "app/workflow/quality/kept_measures.h"
#include "app/workflow/quality/quality_rows.h"
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
constexpr std::int64_t kPhotosAControl = 100;  // at most one of so many

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
  const auto at_most = [&](int most) {
    return static_cast<int>(std::min<std::int64_t>(most, photos / kPhotosAControl));
  };
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

/// What people answered about controls and in panels before, measured: as many as are missing.
Status add_answers(Project& project, const labeling::ProjectPlace& place, const PeopleScene& scene,
                   const PeopleBench& there, const std::function<bool(std::int64_t, std::int64_t)>& progress) {
  JAEDAN_ASSIGN_OR_RETURN(const auto controls, project.store().controls(PhotoId{}, 1));
  if (controls.empty()) JAEDAN_RETURN_IF_ERROR(mix_in_answers(project, scene.photos));
  const std::int64_t of_each = scene.photos / scene.photos_an_answer;
  const auto missing = [&](std::int64_t have) { return std::max<std::int64_t>(0, of_each - have); };
  return labeling::make_up_answers(place, {missing(there.answers), missing(there.panels)}, progress);
}

/// How many answers there are, all of them measured.
Status count_answers(const Project& project, const workflow::Watch& watch, PeopleBench& bench) {
  // What the claims of an earlier call left is measured once, by whoever looks first.
  JAEDAN_RETURN_IF_ERROR(workflow::catch_up_answers(project, watch));
  JAEDAN_RETURN_IF_ERROR(workflow::catch_up_panels(project, watch));
  const auto count = [&](labeling::QualityKind kind, std::int64_t& into) {
    into = 0;
    return project.store().for_each_quality_sum({kind, {}, true},
                                                [&](const labeling::QualityRowOfSums& row) { into += row.value.n; });
  };
  JAEDAN_RETURN_IF_ERROR(count(labeling::QualityKind::kControl, bench.answers));
  return count(labeling::QualityKind::kPanel, bench.panels);
}

/// kConflict for a project that `bench people` did not make, or made of another size.
Status check_was_made_up(const Project& project, const std::string& folder, const PeopleScene& scene) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const std::int64_t photos, store.count({}));
  JAEDAN_ASSIGN_OR_RETURN(const std::int64_t people, store.user_count());
  JAEDAN_ASSIGN_OR_RETURN(const auto first, store.list({}, PhotoId{}, 1));
  const bool is_made_up = !first.empty() && first.front().photo.path.rfind(labeling::kMadeUpFolder, 0) == 0;
  if (!is_made_up) {
    return Error{ErrorCode::kConflict,
                 "bench.no_made_up_team",
                 "{0}: there is a project that was not made up to measure with; give another name",
                 {folder}};
  }
  if (photos == scene.photos && people == scene.people) return {};
  return Error{ErrorCode::kConflict,
               "bench.other_size",
               "{0}: the project there has {1|photo} and {2} people, not {3} and {4}; give another name, or its size "
               "(--photos, --people)",
               {folder, photos, people, scene.photos, scene.people}};
}

/// Annotators claim what is to be drawn, and end it, in turns.
Status measure_tasks(Project& project, std::int64_t photos, int people, PeopleBench& bench) {
  // Each leaves one photo in hand: a small project has enough for some calls, too.
  const std::int64_t claims_to_make = std::min<std::int64_t>(kClaims, photos / 10);
  labeling::Store& store = project.store();
  std::vector<double> claims;
  std::vector<double> next_tasks;
  for (int i = 0; i < claims_to_make; ++i) {
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

/// How good the work is, of all answers that there are.
Status measure_quality(const Project& project, PeopleBench& bench) {
  std::vector<double> looks;
  for (int i = 0; i < kLooks; ++i) {
    JAEDAN_ASSIGN_OR_RETURN(const double look, time_of([&]() -> Status {
                              JAEDAN_RETURN_IF_ERROR(workflow::quality_rows(project, ""));
                              return {};
                            }));
    looks.push_back(look);
  }
  bench.figures.push_back(figure_of("quality rows", looks, Promised::kSlowest, 1000));
  return {};
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
  bench.was_there = std::filesystem::exists(place.database);
  if (!bench.was_there) {
    JAEDAN_ASSIGN_OR_RETURN(const double made,
                            time_of([&] { return labeling::make_up_team(place, team, told("making up a team")); }));
    bench.figures.push_back(seconds_figure("making it up", made));
  }
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
  bench.figures.push_back(
      seconds_figure(bench.was_there ? "opening it" : "opening it, its log not counted yet", opened));
  if (bench.was_there) JAEDAN_RETURN_IF_ERROR(check_was_made_up(*project, folder, scene));
  JAEDAN_ASSIGN_OR_RETURN(const labeling::CountProgress progress, project->store().count_progress());
  bench.records = progress.records;
  JAEDAN_RETURN_IF_ERROR(measure_figures(*project, bench));
  JAEDAN_RETURN_IF_ERROR(count_answers(*project, watch, bench));
  // A project of less has no control, so no answer either; one that an older program made up has few.
  if (scene.photos >= kPhotosAControl &&
      std::min(bench.answers, bench.panels) < scene.photos / scene.photos_an_answer) {
    JAEDAN_ASSIGN_OR_RETURN(const double answered, time_of([&] {
                              return add_answers(*project, place, scene, bench, told("making up answers"));
                            }));
    bench.figures.push_back(seconds_figure("making up answers", answered));
    JAEDAN_RETURN_IF_ERROR(count_answers(*project, watch, bench));
  }
  JAEDAN_RETURN_IF_ERROR(measure_quality(*project, bench));
  JAEDAN_RETURN_IF_ERROR(measure_tasks(*project, scene.photos, scene.people, bench));
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
