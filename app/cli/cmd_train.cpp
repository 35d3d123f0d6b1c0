// snapshot, train, evaluate: from approved photos to a measured challenger.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/acting.h"
#include "app/cli/open_project.h"
#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/report/evaluation_output.h"
#include "app/workflow/models/make_snapshot.h"
#include "app/workflow/models/train_model.h"
#include "app/workflow/models/worker_processes.h"
#include "app/workflow/project/filter_expression.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {
namespace {

/// Opens the project when one is named.
Result<std::optional<workflow::Project>> open_if_named(const std::string& path) {
  if (path.empty()) return std::optional<workflow::Project>();
  JAEDAN_ASSIGN_OR_RETURN(workflow::Project project, open_project(path));
  return std::optional<workflow::Project>(std::move(project));
}

/// Who trains or calibrates, in the project when one is named. Its connection is closed again behind this: processes
/// that share a training begin as copies.
Result<Actor> acting_in(const std::string& path, const Acting& acting) {
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<workflow::Project> project, open_if_named(path));
  return project ? acting_manager(*project, acting) : Actor::alone(acting.user);
}

/// How much of it is a model's own output; nothing when nothing is.
std::string words_of(const labeling::MadeSnapshot& made) {
  std::string words;
  if (made.origins.models_own > 0) {
    words = "\n" + std::to_string(made.origins.models_own) + " of " +
            counted(made.origins.garments, "garment is", "garments are") + " a model's own; nobody looked at " +
            std::to_string(made.origins.unseen) + " of them";
  }
  if (made.left_out > 0) words += "\n" + counted(made.left_out, "photo") + " left out";
  return words;
}

}  // namespace

int cmd_snapshot(const Arguments& arguments) {
  CLI::App app("Freezes the approved photos: an immutable, hashed set to train from.", "snapshot");
  std::string path;
  std::string expression;
  Acting acting;
  bool without_own = false;
  bool json = false;
  app.add_option("PROJECT", path, "the project")->required();
  app.add_option("--filter", expression, "which of the approved photos, e.g. looked=yes");
  app.add_flag("--without-own", without_own, "leave out photos with a garment as a model drew it");
  add_acting_options(app, acting);
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  Result<workflow::Project> project = open_project(path);
  if (!project.ok()) return fail(project.error());
  const Result<labeling::PhotoFilter> filter = workflow::parse_filter(expression, *project);
  if (!filter.ok()) return fail(filter.error());
  const Result<Actor> actor = acting_user(*project, acting);
  if (!actor.ok()) return fail(actor.error());
  Console console;
  const auto made = workflow::make_snapshot(*project, *filter, *actor, without_own, console.watch());
  if (!made.ok()) return fail(made.error());
  workflow::BatchReport report;
  report.done = made->info.photo_count;
  for (const labeling::SkippedPhoto& skipped : made->skipped) report.failed.push_back({skipped.name, skipped.reason});
  const auto [train, val, test] = made->counts;
  const nlohmann::json document = {{"hash", made->info.hash},
                                   {"photos", made->info.photo_count},
                                   {"folder", workflow::snapshot_folder(*project, made->info)},
                                   {"new", made->is_new},
                                   {"garments", made->origins.garments},
                                   {"models_own", made->origins.models_own},
                                   {"nobody_looked_at", made->origins.unseen},
                                   {"photos_left_out", made->left_out},
                                   {"train", train},
                                   {"val", val},
                                   {"test", test}};
  return finish(report,
                "snapshot " + made->info.hash.substr(0, 12) + " of " + counted(report.done, "photo") + ": " +
                    std::to_string(train) + " to train, " + std::to_string(val) + " to choose, " +
                    std::to_string(test) + " to test" + (made->is_new ? "" : " (made before)") + words_of(*made),
                json, document);
}

nlohmann::json clicks_json(const inference::TrainingReport& report) {
  nlohmann::json document = nlohmann::json::object();
  const auto add = [&](const char* what, const std::optional<inference::ClickScore>& score) {
    if (!score) return;
    document[what] = {{"count", score->pieces}, {"noc_85", score->clicks_to_85}, {"noc_90", score->clicks_to_90}};
  };
  add("parts", report.clicks_on_parts), add("others", report.clicks_on_others);
  return document;
}

void print_clicks(const inference::TrainingReport& report) {
  const auto print_row = [](const char* what, const std::optional<inference::ClickScore>& score) {
    if (!score) return;
    std::printf("%-7s %12s  clicks to IoU 0.85 %.2f, to 0.90 %.2f\n", what, counted(score->pieces, "piece").c_str(),
                score->clicks_to_85, score->clicks_to_90);
  };
  print_row("parts", report.clicks_on_parts), print_row("others", report.clicks_on_others);
}

int cmd_train(const Arguments& arguments) {
  CLI::App app("Trains a model from a snapshot of a project, or from data folders and a recipe.", "train");
  std::string path;
  std::vector<std::string> data;
  workflow::TrainRequest request;
  Acting acting;
  bool json = false;
  app.add_option("PROJECT", path, "the project whose snapshot to train from");
  app.add_option("--snapshot", request.snapshot, "start of the snapshot's hash (default: the newest)");
  app.add_option("--data", data,
                 "further data: snapshot=FOLDER, ccp=FOLDER, clothing=FOLDER, of words only ccp-words=FOLDER, "
                 "attributes=FOLDER, of prints only prints=FOLDER, for clicks ccp-pieces=FOLDER, each with =SHARE");
  app.add_option("--recipe", request.recipe,
                 "training recipe (default: fine_tune.json, without a project segmenter.json)");
  app.add_option("--from", request.from, "model to go on from, id or folder (default: the champion)");
  app.add_option("--backbone", request.backbone, "ImageNet weights for a fresh start");
  app.add_option("--proposals", request.proposals_by,
                 "for clicks: segmenter whose masks are corrected too, id or folder (default: --from, if it is one)");
  app.add_option("--name", request.name, "id of the new model");
  app.add_option("--out", request.output, "folder of the new model (default: in the project)");
  app.add_option("--terms", request.terms, "what the data's owners ask for; goes onto the model's card");
  app.add_option("--epochs", request.epochs, "of every phase (default: as the recipe says)")
      ->check(CLI::Range(1, 10000));
  app.add_option("--threads", request.threads, "cores to use (default: all)")->check(CLI::Range(0, 1024));
  int workers = 1;
  app.add_option("--workers", workers, "processes that share each batch")
      ->capture_default_str()
      ->check(CLI::Range(1, 64));
  app.add_flag("--resume", request.resume, "go on exactly where the same training stopped, or begin it");
  between(app.add_option("--checkpoint-minutes", request.checkpoint_minutes,
                         "between two checkpoints within an epoch; 0 = one an epoch")
              ->capture_default_str(),
          0, 1e6);
  add_acting_options(app, acting);
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  auto folders = workflow::parse_data_folders(data);
  if (!folders.ok()) return fail(folders.error());
  request.folders = std::move(*folders);
  const Result<Actor> actor = acting_in(path, acting);
  if (!actor.ok()) return fail(actor.error());
  workflow::WorkerProcesses processes;
  if (const Status started = processes.start(workers); !started.ok()) return fail(started.error());
  request.workers = processes.place();
  auto project = open_if_named(path);
  if (!project.ok()) return fail(project.error());
  Console console;
  const auto trained =
      workflow::train_model(project->has_value() ? &**project : nullptr, *actor, request, console.watch());
  const bool is_helper = request.workers.rank != 0;  // the first process speaks for all
  if (is_helper) return trained.ok() ? kDone : kCannotWork;
  if (!trained.ok() && trained.error().code == ErrorCode::kCancelled) {
    fail({ErrorCode::kCancelled, "cli.training_stopped", "stopped; the same command with --resume goes on from here"});
    return kSomeFailed;
  }
  if (!trained.ok()) return fail(trained.error());
  const bool clicks = trained->report.clicks_on_parts || trained->report.clicks_on_others;
  if (json) {
    nlohmann::json document = clicks ? clicks_json(trained->report) : report::to_json(trained->report.score);
    document["model"] = trained->id;
    document["folder"] = trained->folder;
    document["epochs"] = trained->report.epochs;
    document["best_epoch"] = trained->report.best_epoch;
    document["seconds"] = trained->report.seconds;
    document["losses"] = trained->report.epoch_losses;
    for (const auto& [name, accuracy] : trained->report.head_accuracy) document[name] = accuracy;
    print_json(document);
  } else {
    std::printf("trained %s in %.0f s, best epoch %d of %d\n", trained->id.c_str(), trained->report.seconds,
                trained->report.best_epoch, trained->report.epochs);
    if (clicks) {
      print_clicks(trained->report);
    } else {
      report::print(stdout, trained->report.score);
    }
  }
  return kDone;
}

int cmd_evaluate(const Arguments& arguments) {
  CLI::App app("Measures a model on photos that it was not trained on.", "evaluate");
  std::string path;
  std::string split = "val";
  std::vector<std::string> data;
  workflow::EvaluateRequest request;
  Acting acting;
  bool json = false;
  app.add_option("PROJECT", path, "the project whose snapshot to measure on");
  app.add_option("--model", request.model, "model id or folder (default: the champion)");
  app.add_option("--snapshot", request.snapshot, "start of the snapshot's hash (default: the newest)");
  app.add_option("--data", data, "measure on these instead: snapshot=FOLDER, ccp=FOLDER");
  app.add_option("--split", split, "val, test, train or all")
      ->capture_default_str()
      ->check(CLI::IsMember({"val", "test", "train", "all"}));
  app.add_flag("--tta", request.tta, "also look at the mirrored photo");
  app.add_flag("--without-own", request.without_own,
               "leave out photos whose truth is this model's own: a garment is as it drew it");
  app.add_flag("--calibrate", request.calibrate,
               "fit the model's scores to what is measured, and write both into its card")
      ->excludes("--tta");
  app.add_option("--report", request.report, "write an HTML page of it all: tables, curves, the twenty worst photos");
  app.add_option("--threads", request.threads, "cores to use (default: all)")->check(CLI::Range(0, 1024));
  add_acting_options(app, acting);
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  auto folders = workflow::parse_data_folders(data);
  if (!folders.ok()) return fail(folders.error());
  request.folders = std::move(*folders);
  request.split = workflow::parse_split(split);
  // Only what is written into the card is anybody's doing.
  const Result<Actor> actor = acting_in(request.calibrate ? path : "", acting);
  if (!actor.ok()) return fail(actor.error());
  auto project = open_if_named(path);
  if (!project.ok()) return fail(project.error());
  Console console;
  const auto measured =
      workflow::evaluate_model(project->has_value() ? &**project : nullptr, *actor, request, console.watch());
  if (!measured.ok()) return fail(measured.error());
  if (json) {
    print_json(report::to_json(measured->model_id, measured->report));
  } else {
    report::print(stdout, measured->model_id, measured->report, split);
    if (!request.report.empty()) std::printf("report in %s\n", one_line(request.report).c_str());
  }
  return kDone;
}

}  // namespace jaedan::cli
