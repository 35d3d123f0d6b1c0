// init, import, approve, return, verify, audit: the verbs that only need a project.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/workflow/filter_expression.h"
#include "app/workflow/find_photo.h"
#include "app/workflow/import_photos.h"
#include "app/workflow/prefill_photos.h"
#include "app/workflow/review.h"

namespace jaedan::cli {
int cmd_init(const Arguments& arguments) {
  CLI::App app("Makes a project: a folder NAME.jaedan with its database.", "init");
  std::string path;
  std::string images;
  bool json = false;
  app.add_option("PROJECT", path, "folder to make")->required();
  app.add_option("--images", images, "also add the photos below this folder");
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  Result<workflow::Project> project = workflow::Project::create(path);
  if (!project.ok()) return fail(project.error());
  if (images.empty()) return finish({}, "made " + path, json, nlohmann::json{{"project", path}}.dump());
  Console console;
  const Result<workflow::BatchReport> report = workflow::import_images(*project, images, console.watch());
  if (!report.ok()) return fail(report.error());
  return finish(*report, "made " + path + " with " + std::to_string(report->done) + " photos", json,
                nlohmann::json{{"project", path}}.dump());
}

int cmd_import(const Arguments& arguments) {
  CLI::App app("Adds photos or label files to a project.", "import");
  std::string path;
  std::string source;
  std::string format;
  std::string who = workflow::default_user();
  bool json = false;
  app.add_option("PROJECT", path, "the project")->required();
  app.add_option("SOURCE", source, "folder or file")->required();
  app.add_option("--format", format, "kfashion or images")->required();
  app.add_option("--user", who, "whose work this is")->capture_default_str();
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  Result<workflow::Project> project = workflow::Project::open(path);
  if (!project.ok()) return fail(project.error());
  Console console;
  const Result<workflow::BatchReport> report = workflow::import_any(*project, source, format, who, console.watch());
  if (!report.ok()) return fail(report.error());
  return finish(*report, std::to_string(report->done) + " imported, " + std::to_string(report->skipped) + " skipped",
                json);
}

int cmd_approve(const Arguments& arguments) {
  CLI::App app("Approves the photos of the filter that have a garment.", "approve");
  std::string path;
  std::string expression;
  std::string who = workflow::default_user();
  bool accept = false;
  bool json = false;
  app.add_option("PROJECT", path, "the project")->required();
  app.add_option("--filter", expression, "which photos, e.g. \"status=expert part=top\"");
  app.add_flag("--accept-proposals", accept, "first turn what the model proposed into garments");
  app.add_option("--user", who, "the inspector")->capture_default_str();
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  const Result<labeling::PhotoFilter> filter = workflow::parse_filter(expression);
  if (!filter.ok()) return fail(filter.error());
  Result<workflow::Project> project = workflow::Project::open(path);
  if (!project.ok()) return fail(project.error());
  Console console;
  workflow::BatchReport accepted;
  if (accept) {
    Result<workflow::BatchReport> report = workflow::accept_predictions(*project, *filter, who, console.watch());
    if (!report.ok()) return fail(report.error());
    accepted = std::move(report).value();
  }
  Result<workflow::BatchReport> report = workflow::approve_photos(*project, *filter, who, console.watch());
  if (!report.ok()) return fail(report.error());
  report->failed.insert(report->failed.end(), accepted.failed.begin(), accepted.failed.end());
  return finish(*report, std::to_string(report->done) + " approved, " + std::to_string(report->skipped) + " skipped",
                json);
}

int cmd_return(const Arguments& arguments) {
  CLI::App app("Sends a photo back to be worked on again.", "return");
  std::string path;
  std::string image;
  std::string who = workflow::default_user();
  app.add_option("PROJECT", path, "the project")->required();
  app.add_option("--image", image, "name or number of the photo")->required();
  app.add_option("--user", who, "the inspector")->capture_default_str();
  if (const auto stop = parse(app, arguments)) return *stop;

  Result<workflow::Project> project = workflow::Project::open(path);
  if (!project.ok()) return fail(project.error());
  const Result<Photo> photo = workflow::find_photo(*project, image);
  if (!photo.ok()) return fail(photo.error());
  const Status moved = workflow::move_photo(*project, photo->id, WorkflowState::kReturned, who, "return");
  if (!moved.ok()) return fail(moved.error());
  std::printf("%s was returned\n", photo->name.c_str());
  return kDone;
}

int cmd_verify(const Arguments& arguments) {
  CLI::App app("Checks a project for damage.", "verify");
  std::string path;
  bool json = false;
  app.add_option("PROJECT", path, "the project")->required();
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  Result<workflow::Project> project = workflow::Project::open(path);
  if (!project.ok()) return fail(project.error());
  const Result<std::vector<std::string>> problems = project->store().verify();
  if (!problems.ok()) return fail(problems.error());
  workflow::BatchReport report;
  for (const std::string& problem : *problems) report.failed.push_back({path, problem});
  const Result<std::int64_t> photos = project->store().count({});
  if (!photos.ok()) return fail(photos.error());
  report.done = *photos;
  return finish(report,
                problems->empty() ? "no damage found in " + std::to_string(*photos) + " photos"
                                  : std::to_string(problems->size()) + " problems",
                json);
}

int cmd_audit(const Arguments& arguments) {
  CLI::App app("Shows who changed a photo when, the oldest change first.", "audit");
  std::string path;
  std::string image;
  bool json = false;
  app.add_option("PROJECT", path, "the project")->required();
  app.add_option("--image", image, "name or number of the photo")->required();
  app.add_flag("--json", json, "print one JSON document, with the labels before and after");
  if (const auto stop = parse(app, arguments)) return *stop;

  Result<workflow::Project> project = workflow::Project::open(path);
  if (!project.ok()) return fail(project.error());
  const Result<Photo> photo = workflow::find_photo(*project, image);
  if (!photo.ok()) return fail(photo.error());
  const Result<std::vector<labeling::ChangeRecord>> changes = project->store().changes(photo->id);
  if (!changes.ok()) return fail(changes.error());
  nlohmann::json document = nlohmann::json::array();
  for (const labeling::ChangeRecord& change : *changes) {
    if (!json) {
      std::printf("%s  %-12s %-10s %s\n", change.at.c_str(), change.note.who.c_str(), change.note.action.c_str(),
                  change.program.c_str());
      continue;
    }
    document.push_back({{"id", change.id},
                        {"at", change.at},
                        {"who", change.note.who},
                        {"action", change.note.action},
                        {"program", change.program},
                        {"before", change.before},
                        {"after", change.after}});
  }
  if (json) std::printf("%s\n", document.dump(2).c_str());
  return kDone;
}

}  // namespace jaedan::cli
