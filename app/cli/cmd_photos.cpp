// relocate, rescale: what became of photos after they were imported.
#include <CLI/CLI.hpp>

#include "app/cli/acting.h"
#include "app/cli/open_project.h"
#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/workflow/photo/rescale_labels.h"
#include "app/workflow/project/filter_expression.h"
#include "app/workflow/project/photo_places.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {

int cmd_relocate(const Arguments& arguments) {
  CLI::App app(
      "Points the photos of a project to where they are now: those at OLD to the same way below NEW. 'jaedan verify' "
      "counts the photos that are gone, folder by folder.",
      "relocate");
  std::string path;
  std::string old_place;
  std::string new_place;
  Acting acting;
  bool json = false;
  app.add_option("PROJECT", path, "the project")->required();
  app.add_option("OLD", old_place, "the folder (or the photo) that is gone")->required();
  app.add_option("NEW", new_place, "where it is now")->required();
  add_acting_options(app, acting);
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  Result<workflow::Project> project = open_project(path);
  if (!project.ok()) return fail(project.error());
  const Result<Actor> actor = acting_user(*project, acting);
  if (!actor.ok()) return fail(actor.error());
  Console console;
  const Result<workflow::BatchReport> report =
      workflow::relocate_photos(*project, old_place, new_place, *actor, console.watch());
  if (!report.ok()) return fail(report.error());
  return finish(*report, counted(report->done, "photo") + " found again", json);
}

int cmd_rescale(const Arguments& arguments) {
  CLI::App app(
      "Scales the labels of photos whose files have changed their size since, where the proportions are the same. "
      "Approved ones want to be approved again; their undo of before is forgotten.",
      "rescale");
  std::string path;
  std::string expression;
  Acting acting;
  bool json = false;
  app.add_option("PROJECT", path, "the project")->required();
  app.add_option("--filter", expression, "only these photos, e.g. \"text=0010\"");
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
  const Result<workflow::BatchReport> report = workflow::rescale_labels(*project, *filter, *actor, console.watch());
  if (!report.ok()) return fail(report.error());
  return finish(*report, std::to_string(report->done) + " scaled, " + std::to_string(report->skipped) + " skipped",
                json);
}

}  // namespace jaedan::cli
