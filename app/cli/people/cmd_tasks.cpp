// claim, release, submit, assign: photos in somebody's hands.
#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/acting.h"
#include "app/cli/open_project.h"
#include "app/cli/output.h"
#include "app/cli/people/photo_words.h"
#include "app/cli/verb.h"
#include "app/workflow/people/tasks.h"
#include "app/workflow/photo/submit_photo.h"
#include "app/workflow/project/find_photo.h"
#include "app/workflow/project/import_choice.h"

namespace jaedan::cli {
namespace {

constexpr double kSecondsAnHour = 3600;

/// What the command line says, of all four.
struct TaskWords : PhotoWords {
  std::string project;
  std::string stage;
  std::string to;  ///< whose hands photos are put into
  std::string reason;
  workflow::BroughtWork work;
  double hours = 0;  ///< 0: as the project's rules say
  bool skips = false;
  bool lists = false;
  Acting acting;
};

CLI::Option* add_stage_option(CLI::App& app, TaskWords& words) {
  return app.add_option("--stage", words.stage, "drawn, basic, expert or inspect")
      ->required()
      ->check(CLI::IsMember({"drawn", "basic", "expert", "inspect"}));
}

void add_hours_option(CLI::App& app, TaskWords& words) {
  between(app.add_option("--hours", words.hours, "how long it may be kept; else as 'jaedan stages' says"),
          1.0 / kSecondsAnHour, 24.0 * 3650);
}

workflow::ClaimChoice choice_of(const TaskWords& words) {
  workflow::ClaimChoice choice;
  choice.stage = stage_from_id(words.stage).value_or(Stage::kDrawn);
  if (words.hours > 0) choice.seconds = std::llround(words.hours * kSecondsAnHour);
  return choice;
}

nlohmann::json json_of_photo(const Photo& photo) {
  return {{"image", photo.id.value}, {"name", photo.name}, {"path", photo.path}};
}

nlohmann::json json_of_task(const workflow::Project& project, const workflow::PhotoTask& task) {
  nlohmann::json document = json_of_photo(task.photo);
  document["path"] = project.photo_path(task.photo);
  document["stage"] = id_of(task.task.stage);
  document["expires"] = task.task.expires_at;
  document["task"] = task.task.id.value;
  document["user"] = task.holder;
  return document;
}

int print_task(const workflow::Project& project, const workflow::PhotoTask& task, const TaskWords& words) {
  Photo photo = task.photo;
  photo.path = project.photo_path(photo);
  if (words.json) {
    print_json(json_of_task(project, task));
  } else {
    const std::string whose = words.lists ? "  " + one_line(task.holder) : "";
    std::printf("%lld  %s  %s until %s%s  %s\n", static_cast<long long>(photo.id.value), one_line(photo.name).c_str(),
                std::string(id_of(task.task.stage)).c_str(), task.task.expires_at.c_str(), whose.c_str(),
                one_line(photo.path).c_str());
  }
  return kDone;
}

/// The options that all have, and the words parsed; a value means: stop with it.
std::optional<int> parse_words(CLI::App& app, TaskWords& words, const Arguments& arguments) {
  app.add_option("PROJECT", words.project, "the project")->required();
  app.add_flag("--json", words.json, "print one JSON document");
  return parse(app, arguments);
}

/// Opens the project, finds out who acts, and leaves the rest to `act`.
template <typename Act>
int in_project(const TaskWords& words, const Act& act) {
  Result<workflow::Project> project = open_project(words.project);
  if (!project.ok()) return fail(project.error());
  const Result<Actor> actor = acting_user(*project, words.acting);
  if (!actor.ok()) return fail(actor.error());
  return act(*project, *actor);
}

/// The same with the photo of --image.
template <typename Act>
int with_photo(const TaskWords& words, const Act& act) {
  return in_project(words, [&](workflow::Project& project, const Actor& actor) {
    const Result<Photo> photo = workflow::find_photo(project, words.image);
    return photo.ok() ? act(project, actor, *photo) : fail(photo.error());
  });
}

int assign(workflow::Project& project, const Actor& manager, const TaskWords& words) {
  const workflow::ClaimChoice choice = choice_of(words);
  return with_photos(
      project, words,
      [&](const Photo& photo) {
        workflow::ClaimChoice this_one = choice;
        this_one.photo = photo.id;
        const Result<workflow::PhotoTask> task = workflow::assign_task(project, manager, words.to, this_one);
        return task.ok() ? print_task(project, *task, words) : fail(task.error());
      },
      [&](const labeling::PhotoFilter& filter, const workflow::Watch& watch) {
        return workflow::assign_tasks(project, manager, words.to, choice, filter, watch);
      },
      " assigned to " + one_line(words.to));
}

int list_in_hand(const workflow::Project& project, const Actor& actor, const TaskWords& words) {
  const Result<std::vector<workflow::PhotoTask>> tasks = workflow::tasks_in_hand(project, actor, words.to);
  if (!tasks.ok()) return fail(tasks.error());
  nlohmann::json document = nlohmann::json::array();
  for (const workflow::PhotoTask& task : *tasks) {
    if (words.json) {
      document.push_back(json_of_task(project, task));
    } else {
      print_task(project, task, words);
    }
  }
  if (words.json) print_json(document);
  return kDone;
}

}  // namespace

int cmd_claim(const Arguments& arguments) {
  CLI::App app(
      "Takes the next photo of a stage, so that nobody else gets it until it is submitted, released or the time is up. "
      "Prints its number, name and path.",
      "claim");
  TaskWords words;
  CLI::Option* const stage = add_stage_option(app, words)->required(false);
  CLI::Option* const list =
      app.add_flag("--list", words.lists, "claims nothing, and lists what is in hand; a manager's list is everybody's");
  list->excludes(stage);
  add_user_option(app, words.to, "with --list: of this person; of somebody else for managers", "--of");
  app.get_option("--of")->needs(list);
  app.add_option("--image", words.image, std::string("this photo, instead of the next one: ") + kImageHelp);
  add_hours_option(app, words);
  add_acting_options(app, words.acting);
  if (const auto stop = parse_words(app, words, arguments)) return *stop;
  if (!words.lists && words.stage.empty()) {
    return fail({ErrorCode::kInvalidArgument, "cli.claim_what", "say which stage (--stage), or --list"});
  }
  return in_project(words, [&](workflow::Project& project, const Actor& actor) {
    if (words.lists) return list_in_hand(project, actor, words);
    workflow::ClaimChoice choice = choice_of(words);
    if (!words.image.empty()) {
      const Result<Photo> photo = workflow::find_photo(project, words.image);
      if (!photo.ok()) return fail(photo.error());
      choice.photo = photo->id;
    }
    const Result<workflow::PhotoTask> task = workflow::claim_task(project, actor, choice);
    return task.ok() ? print_task(project, *task, words) : fail(task.error());
  });
}

int cmd_release(const Arguments& arguments) {
  CLI::App app("Gives a claimed photo back; what was done on it stays. A manager gives back what others have.",
               "release");
  TaskWords words;
  app.add_option("--image", words.image, kImageHelp)->required();
  app.add_flag("--skip", words.skips, "and does not want it again");
  app.add_option("--reason", words.reason, "why, in words");
  add_user_option(app, words.to, "whose task, where several people do the photo; left out: one's own", "--of");
  add_acting_options(app, words.acting);
  if (const auto stop = parse_words(app, words, arguments)) return *stop;
  return with_photo(words, [&](workflow::Project& project, const Actor& actor, const Photo& photo) {
    const Result<labeling::Task> task =
        workflow::release_task(project, actor, photo.id, {words.skips, words.reason, words.to});
    if (!task.ok()) return fail(task.error());
    if (words.json) {
      nlohmann::json document = json_of_photo(photo);
      document["stage"] = id_of(task->stage);
      document["state"] = labeling::id_of(task->state);
      document["reason"] = task->reason;
      print_json(document);
    } else {
      std::printf("%s was %s\n", one_line(photo.name).c_str(), words.skips ? "skipped" : "released");
    }
    return static_cast<int>(kDone);
  });
}

int cmd_submit(const Arguments& arguments) {
  CLI::App app(
      "The stage in hand is done: the photo moves on to the next one, when nothing is missing of what the stage asks "
      "for (drawn: outlines; basic and expert: the obligatory labels). The work may come with it: from a label file, "
      "and from what the model proposes; what is not submitted is not stored.",
      "submit");
  TaskWords words;
  app.add_option("--image", words.image, kImageHelp)->required();
  CLI::Option* const labels = app.add_option(
      "--labels", words.work.labels,
      "first take this label file as one's own work in place of what is there; at a stage whose outlines are locked "
      "its labels, for the garments that are there");
  app.add_option("--format", words.work.format, workflow::import_names() + "; what the file is when it is left out")
      ->needs(labels);
  app.add_flag("--accept-proposals", words.work.accepts_proposals,
               "then turn what the model proposed into garments, where none of a person's is");
  add_acting_options(app, words.acting);
  if (const auto stop = parse_words(app, words, arguments)) return *stop;
  return with_photo(words, [&](workflow::Project& project, const Actor& actor, const Photo& photo) {
    const Result<workflow::Submitted> submitted = workflow::submit_photo(project, photo.id, actor, words.work);
    if (!submitted.ok()) return fail(submitted.error());
    std::vector<workflow::FailedItem> warnings;
    for (const Warning& warning : submitted->warnings) warnings.push_back({words.work.labels, warning.message});
    if (words.json) {
      nlohmann::json document = json_of_photo(photo);
      document["stage"] = id_of(submitted->stage);
      document["state"] = id_of(submitted->state);
      document["next"] = submitted->next ? nlohmann::json(id_of(*submitted->next)) : nlohmann::json();
      if (!words.work.labels.empty()) document["warnings"] = items_json(warnings);
      print_json(document);
    } else {
      for (const workflow::FailedItem& warning : warnings) print_item("warning", warning);
      std::printf("%s is %s", one_line(photo.name).c_str(), std::string(id_of(submitted->state)).c_str());
      if (submitted->next) std::printf(" and waits for %s", std::string(id_of(*submitted->next)).c_str());
      std::printf("\n");
    }
    return static_cast<int>(kDone);
  });
}

int cmd_assign(const Arguments& arguments) {
  CLI::App app("Puts photos that wait for a stage into somebody's hands, beyond their quota. For managers.", "assign");
  TaskWords words;
  add_stage_option(app, words);
  add_user_option(app, words.to, "who gets the photos");
  app.get_option("--user")->required();
  add_photo_options(app, words);
  add_hours_option(app, words);
  add_acting_options(app, words.acting, "--by");
  if (const auto stop = parse_words(app, words, arguments)) return *stop;
  if (const Status named = check_names_photos(words); !named.ok()) return fail(named.error());
  return in_project(words,
                    [&](workflow::Project& project, const Actor& actor) { return assign(project, actor, words); });
}

}  // namespace jaedan::cli
