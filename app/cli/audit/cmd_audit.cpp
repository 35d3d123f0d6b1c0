// audit: who changed what when, what nobody looked at, and the manager's numbers.
#include <CLI/CLI.hpp>

#include "app/cli/audit/audit_figures.h"
#include "app/cli/audit/audit_project.h"
#include "app/cli/audit/audit_records.h"
#include "app/cli/open_project.h"
#include "app/cli/output.h"
#include "app/workflow/people/sight.h"
#include "app/workflow/project/filter_expression.h"
#include "app/workflow/project/find_photo.h"

namespace jaedan::cli {

int cmd_audit(const Arguments& arguments) {
  CLI::App app(
      "Shows who changed what when. With --image: the changes of one photo's labels, the oldest first. With --from, "
      "--to, --user, --deed, --about or --limit: the records of the whole project's change log, the newest first. "
      "With --figures, --stage, --part, --style, --deadline, --csv or --report: the manager's numbers. "
      "Otherwise how many garments there are in each state of work and how many nobody looked at.",
      "audit");
  std::string path;
  std::string image;
  std::string expression;
  std::string seal;
  bool force = false;
  RecordsAsked asked;
  FiguresAsked figures;
  bool json = false;
  app.add_option("PROJECT", path, "the project")->required();
  CLI::Option* image_option = app.add_option("--image", image, kImageHelp);
  CLI::Option* filter_option =
      app.add_option("--filter", expression, "count these photos only, e.g. status=approved")->excludes(image_option);
  app.add_option("--from", asked.from, "records from this date or time on, in UTC: 2026-01-31, 2026-01-31T08:30")
      ->excludes(filter_option);
  app.add_option("--to", asked.to, "records up to this date or time, the whole day or minute among them")
      ->excludes(filter_option);
  app.add_option("--user", asked.user, "records of what this person did")->excludes(filter_option);
  std::string viewer = workflow::default_user();
  add_user_option(app, viewer, "who looks: of a photo in their hands they are shown what they did themselves", "--by");
  app.add_option("--deed", asked.deed, "records of this deed: draw, label, approve, undo_draw, promote, …")
      ->excludes(filter_option);
  app.add_option("--about", asked.about,
                 "records about photo, user, task, model, snapshot or setting, or about one: model=NAME")
      ->excludes(filter_option);
  between(app.add_option("--limit", asked.limit, "this many records at most (100)"), 1, kMostCounted)
      ->excludes(filter_option);
  CLI::Option* const seal_option =
      app.add_option("--seal", seal,
                     "write the length of the change log and the hash of its last record to this file, which `verify "
                     "--seal` compares later; a seal that lies there has to hold")
          ->excludes(filter_option)
          ->excludes(image_option);
  app.add_flag("--force", force, "with --seal: replace a seal that does not hold, or is of another project")
      ->needs(seal_option);
  add_figures_options(app, figures);
  for (const char* name : {"--figures", "--stage", "--part", "--style", "--deadline", "--csv", "--report"}) {
    for (const char* other : {"--image", "--filter", "--deed", "--about", "--limit", "--seal"}) {
      app.get_option(name)->excludes(app.get_option(other));
    }
  }
  app.add_flag("--json", json, "print one JSON document, with what was so before and after");
  if (const auto stop = parse(app, arguments)) return *stop;

  Result<workflow::Project> project = open_project(path);
  if (!project.ok()) return fail(project.error());
  if (!seal.empty()) return audit_seal(*project, seal, force, json);
  if (figures.any()) return audit_figures(*project, figures, {asked.from, asked.to, asked.user}, json);
  if (image.empty() && !asked.any()) {
    const Result<labeling::PhotoFilter> filter = workflow::parse_filter(expression, *project);
    if (!filter.ok()) return fail(filter.error());
    return audit_project(*project, *filter, expression.empty(), json);
  }
  std::optional<Photo> photo;
  if (!image.empty()) {
    Result<Photo> found = workflow::find_photo(*project, image);
    if (!found.ok()) return fail(found.error());
    photo = std::move(found).value();
  }
  const Result<workflow::Sight> sight = workflow::Sight::of(*project, viewer);
  if (!sight.ok()) return fail(sight.error());
  if (asked.any()) return audit_records(*project, asked, photo, *sight, json);
  return audit_photo(*photo, *sight, json);
}

}  // namespace jaedan::cli
