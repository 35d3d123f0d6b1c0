// init, import, approve, verify: the verbs that only need a project.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/cli/acting.h"
#include "app/cli/open_project.h"
#include "app/cli/outfit_tables.h"
#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/workflow/audit/seal_log.h"
#include "app/workflow/figures/work_figures.h"
#include "app/workflow/photo/accept_predictions.h"
#include "app/workflow/photo/review.h"
#include "app/workflow/project/filter_expression.h"
#include "app/workflow/project/find_photo.h"
#include "app/workflow/project/import_choice.h"
#include "app/workflow/project/import_photos.h"
#include "app/workflow/project/photo_files.h"
#include "app/workflow/project/verify_project.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {
namespace {

/// How photos are approved.
struct Approving {
  Actor inspector;
  bool accepts = false;  ///< what the model proposed first
  bool insists = false;
};

int finish_approving(const workflow::BatchReport& report, std::int64_t accepted, const Approving& how, bool json) {
  std::string words = std::to_string(report.done) + " approved, " + skipped_words(report);
  nlohmann::json extra = nlohmann::json::object();
  if (how.accepts) {
    words = "proposals of " + counted(accepted, "photo") + " accepted, " + words;
    extra["accepted"] = accepted;
  }
  return finish(report, words, json, extra);
}

int approve_one(workflow::Project& project, const std::string& image, const Approving& how, bool json) {
  const Result<Photo> photo = workflow::find_photo(project, image);
  if (!photo.ok()) return fail(photo.error());
  // A project that cannot be written is no failing of the photo.
  if (const Status writable = project.store().may_write(); !writable.ok()) return fail(writable.error());
  workflow::BatchReport report;
  std::int64_t accepted = 0;
  const auto approve = [&]() -> Result<bool> {
    if (how.accepts) {
      JAEDAN_ASSIGN_OR_RETURN(accepted, workflow::accept_prediction(project, photo->id, how.inspector));
    }
    return workflow::approve_photo(project, photo->id, how.inspector, how.insists);
  };
  if (const Result<bool> approved = approve(); approved.ok()) {
    report.done = *approved ? 1 : 0;
    if (!*approved) workflow::skip_approved(report);
  } else if (approved.error().code == ErrorCode::kForbidden) {
    return fail(approved.error());
  } else {
    report.failed.push_back({photo->name, approved.error().message});
  }
  return finish_approving(report, accepted, how, json);
}

}  // namespace

int cmd_init(const Arguments& arguments) {
  CLI::App app("Makes a project: a folder NAME.jaedan with its database.", "init");
  std::string path;
  std::string images;
  bool json = false;
  app.add_option("PROJECT", path, "folder to make")->required();
  app.add_option("--images", images, "also add the photos below this folder");
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  images = workflow::path_on_disk(images);
  if (const Status there = images.empty() ? Status() : workflow::check_source(images); !there.ok()) {
    return fail(there.error());
  }
  Result<workflow::Project> project = workflow::Project::create(path);
  if (!project.ok()) return fail(project.error());
  if (images.empty()) return finish({}, "made " + path, json, nlohmann::json{{"project", path}});
  Console console;
  const Result<workflow::BatchReport> report =
      workflow::import_images(*project, images, Actor::alone(workflow::default_user()), console.watch());
  if (!report.ok()) return fail(report.error());
  return finish(*report, "made " + path + " with " + counted(report->done, "photo"), json,
                nlohmann::json{{"project", path}});
}

int cmd_import(const Arguments& arguments) {
  CLI::App app("Adds photos, label files or tables of outfits to a project.", "import");
  std::string path;
  std::string source;
  std::string format;
  Acting acting;
  bool json = false;
  app.add_option("PROJECT", path, "the project")->required();
  app.add_option("SOURCE", source, "folder or file")->required();
  app.add_option("--format", format, workflow::import_names() + "; what the files are when it is left out");
  add_acting_options(app, acting);
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  Result<workflow::Project> project = open_project(path);
  if (!project.ok()) return fail(project.error());
  source = workflow::path_on_disk(source);
  const Result<workflow::ImportChoice> choice = workflow::choose_import(source, format);
  if (!choice.ok()) return fail(choice.error());
  const Result<Actor> actor = acting_user(*project, acting);
  if (!actor.ok()) return fail(actor.error());
  Console console;
  const Result<workflow::BatchReport> report =
      workflow::import_any(*project, source, choice->name, *actor, console.watch());
  if (!report.ok()) return fail(report.error());
  const bool outfits = choice->name == workflow::kOutfitTables;
  std::string summary = (outfits ? counted(report->done, "outfit") + " imported, "
                                 : std::to_string(report->done) + " imported (" +
                                       counted(report->new_photos.value_or(0), "new photo") + "), ") +
                        std::to_string(report->skipped) + " skipped";
  if (format.empty()) summary += "; taken for " + choice->title.text() + " (--format " + choice->name + ")";
  nlohmann::json extra = {
      {"format", choice->name}, {"guessed", format.empty()}, {"new_photos", report->new_photos.value_or(0)}};
  if (outfits) {
    const Result<nlohmann::json> tables = outfit_tables_json(*project);
    if (!tables.ok()) return fail(tables.error());
    extra["tables"] = *tables;
  }
  return finish(*report, summary, json, extra);
}

int cmd_approve(const Arguments& arguments) {
  CLI::App app(
      "Approves the photos of the filter that have a garment. Those that an inspector returned are left out, unless "
      "the filter says status=returned.",
      "approve");
  std::string path;
  std::string expression;
  std::string image;
  Acting acting;
  Approving how;
  bool json = false;
  app.add_option("PROJECT", path, "the project")->required();
  CLI::Option* filter_option = app.add_option("--filter", expression, "which photos, e.g. \"status=expert part=top\"");
  app.add_flag("--accept-proposals", how.accepts,
               "first turn what the model proposed into garments, of photos that nobody has worked on yet");
  app.add_option("--image", image, std::string("only this photo, returned or not: ") + kImageHelp)
      ->excludes(filter_option);
  app.add_flag("--insist", how.insists,
               "also what lacks an obligatory label, has a broken outline or a label of another part; with --image "
               "also one with proposals that nobody decided on");
  add_acting_options(app, acting);
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  Result<workflow::Project> project = open_project(path);
  if (!project.ok()) return fail(project.error());
  const Result<Actor> inspector = acting_user(*project, acting);
  if (!inspector.ok()) return fail(inspector.error());
  how.inspector = *inspector;
  if (!image.empty()) return approve_one(*project, image, how, json);
  const Result<labeling::PhotoFilter> filter = workflow::parse_filter(expression, *project);
  if (!filter.ok()) return fail(filter.error());
  Console console;
  workflow::BatchReport accepted;
  if (how.accepts) {
    Result<workflow::BatchReport> report =
        workflow::accept_predictions(*project, *filter, how.inspector, console.watch());
    if (!report.ok()) return fail(report.error());
    accepted = std::move(report).value();
  }
  Result<workflow::BatchReport> report =
      workflow::approve_photos(*project, *filter, how.inspector, how.insists, console.watch());
  if (!report.ok()) return fail(report.error());
  report->failed.insert(report->failed.end(), accepted.failed.begin(), accepted.failed.end());
  return finish_approving(*report, accepted.done, how, json);
}

int cmd_verify(const Arguments& arguments) {
  CLI::App app("Checks a project, its change log, the headers of its photos and its snapshots for damage.", "verify");
  std::string path;
  std::string seal_file;
  bool decode = false;
  bool recount = false;
  bool json = false;
  app.add_option("PROJECT", path, "the project")->required();
  app.add_flag("--decode", decode, "read and decode every photo: finds damage further in, at some 20 ms a photo");
  app.add_flag("--json", json, "print one JSON document");
  app.add_option("--seal", seal_file,
                 "also whether the change log still begins with what was sealed in this file (`audit --seal`)");
  app.add_flag(
      "--recount", recount,
      "first count the change log anew for the manager's numbers (`audit --figures`), and have what people answered "
      "compared anew when these are looked at next");
  if (const auto stop = parse(app, arguments)) return *stop;

  std::optional<labeling::LogSeal> seal;
  if (!seal_file.empty()) {
    Result<labeling::LogSeal> read = workflow::read_seal(seal_file);
    if (!read.ok()) return fail(read.error());
    seal = std::move(read).value();
  }
  Result<workflow::Project> project = open_project(path);
  if (!project.ok()) return fail(project.error());
  Console console;
  if (recount) {
    const Status counted_anew = workflow::count_work_anew(*project, console.watch());
    if (!counted_anew.ok()) return fail(counted_anew.error());
  }
  const Result<workflow::BatchReport> report = workflow::verify_project(
      *project, decode ? workflow::LookInto::kPixels : workflow::LookInto::kHeader, console.watch(), seal);
  if (!report.ok()) return fail(report.error());
  return finish(*report,
                report->failed.empty() ? "no damage found in " + counted(report->done, "photo")
                                       : counted(static_cast<std::int64_t>(report->failed.size()), "problem"),
                json);
}

}  // namespace jaedan::cli
