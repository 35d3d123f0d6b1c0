#include <CLI/CLI.hpp>
#include <algorithm>

#include "app/cli/open_project.h"
#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/workflow/project/export_project.h"
#include "app/workflow/project/filter_expression.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {
namespace {

constexpr int kMostOnASheet = 64;

}  // namespace

int cmd_export(const Arguments& arguments) {
  CLI::App app(
      "Writes label files, masks, overlays or tables. Photos, and label files that lie beside them already, are never "
      "replaced; anywhere else, files of an earlier run are.",
      "export");
  std::string path;
  std::string dest;
  std::string expression;
  std::string status = "approved";
  std::vector<std::string> formats;
  labeling::ExportOptions options;
  bool json = false;
  app.add_option("PROJECT", path, "the project")->required();
  app.add_option("DEST", dest, "folder to write into")->required();
  add_formats_option(app, formats, "; or sheet: one picture of them all, DEST is a .jpg")->required();
  app.add_option("--status", status, "approved or all")
      ->capture_default_str()
      ->check(CLI::IsMember({"approved", "all"}));
  app.add_option("--filter", expression, "which photos, e.g. \"part=top colour=black\"");
  app.add_flag("--largest-ring", options.largest_ring_only,
               "write only the largest piece of a garment, as the original tool");
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  Result<workflow::Project> project = open_project(path);
  if (!project.ok()) return fail(project.error());
  Result<labeling::PhotoFilter> filter = workflow::parse_filter(expression, *project);
  if (!filter.ok()) return fail(filter.error());
  filter = workflow::exported_of(*filter, status == "approved");

  Console console;
  const bool sheet = std::find(formats.begin(), formats.end(), "sheet") != formats.end();
  if (sheet && formats.size() > 1) {
    return fail({ErrorCode::kInvalidArgument, "cli.sheet_alone", "--format sheet stands alone"});
  }
  Result<workflow::BatchReport> report =
      sheet ? workflow::write_contact_sheet(*project, dest, *filter, kMostOnASheet, console.watch())
            : workflow::export_project(*project, dest, formats, *filter, options, console.watch());
  if (!report.ok()) return fail(report.error());
  if (workflow::none_was_approved(*report, *filter)) {
    report->warnings.push_back(
        {dest,
         {"cli.none_approved",
          "nothing was written, because no photo of these is approved; --status all writes every "
          "photo that has labels"}});
  }
  return finish(*report, counted(report->done, "photo") + " written to " + dest, json);
}

}  // namespace jaedan::cli
