#include <CLI/CLI.hpp>

#include "app/cli/acting.h"
#include "app/cli/open_project.h"
#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/workflow/predict/prefill_photos.h"
#include "app/workflow/project/filter_expression.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {

int cmd_prefill(const Arguments& arguments) {
  CLI::App app("Lets the model propose garments for the photos of a project. No annotation is touched.", "prefill");
  std::string path;
  std::string expression;
  workflow::PrefillOptions options;
  Acting acting;
  bool again = false;
  bool json = false;
  app.add_option("PROJECT", path, "the project")->required();
  app.add_option("--model", options.model, "model id (default: the project's champion)");
  app.add_option("--filter", expression, "which photos, e.g. \"status=new text=IMG_\"");
  app.add_option("--jobs", options.threads, "photos at a time (default: one a core)")->check(CLI::Range(0, 256));
  app.add_flag("--tta", options.tta, "also look at the mirrored photo: slower, a little better");
  app.add_flag("--again", again, "also photos that this model has already seen");
  add_acting_options(app, acting);
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  Result<workflow::Project> project = open_project(path);
  if (!project.ok()) return fail(project.error());
  const Result<labeling::PhotoFilter> filter = workflow::parse_filter(expression, *project);
  if (!filter.ok()) return fail(filter.error());
  options.filter = *filter;
  options.only_new = !again;
  const Result<Actor> actor = acting_user(*project, acting);
  if (!actor.ok()) return fail(actor.error());
  Console console;
  const Result<workflow::BatchReport> report = workflow::prefill_photos(*project, options, *actor, console.watch());
  if (!report.ok()) return fail(report.error());
  return finish(
      *report,
      counted(report->done, "photo") + " pre-filled, " + std::to_string(report->skipped) + " skipped (seen before)",
      json);
}

}  // namespace jaedan::cli
