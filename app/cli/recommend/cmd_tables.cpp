#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/acting.h"
#include "app/cli/open_project.h"
#include "app/cli/outfit_tables.h"
#include "app/cli/output.h"
#include "app/cli/recommend/recommended_rows.h"
#include "app/cli/verb.h"
#include "app/workflow/recommend/import_outfits.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {

int cmd_tables(const Arguments& arguments) {
  CLI::App app("Tables of outfits that were imported (`jaedan import PROJECT FILE --format outfits`).", "tables");
  std::string path;
  std::string removed;
  Acting acting;
  bool json = false;
  app.add_option("PROJECT", path, "the project")->required();
  app.add_option("--remove", removed, "forget the table of this name");
  add_acting_options(app, acting);
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;
  Result<workflow::Project> project = open_project(path);
  if (!project.ok()) return fail(project.error());
  if (!removed.empty()) {
    const Result<Actor> manager = acting_manager(*project, acting);
    if (!manager.ok()) return fail(manager.error());
    const Status gone = workflow::remove_outfit_table(*project, removed, *manager);
    if (!gone.ok()) return fail(gone.error());
  }
  const Result<nlohmann::json> tables = outfit_tables_json(*project);
  if (!tables.ok()) return fail(tables.error());
  if (json) return print_json({{"tables", *tables}}), kDone;
  NameColumn names;
  for (const auto& table : *tables) names.look_at(table["name"]);
  for (const auto& table : *tables) {
    std::printf("%s  %s, %s, imported on %s by %s\n", names.cell(table["name"]).c_str(),
                counted(table["outfits"].get<std::int64_t>(), "outfit").c_str(),
                counted(table["items"].get<std::int64_t>(), "item").c_str(),
                table["at"].get<std::string>().substr(0, 10).c_str(),
                one_line(table["who"].get<std::string>()).c_str());
  }
  if (tables->empty()) std::printf("no tables of outfits\n");
  return kDone;
}

}  // namespace jaedan::cli
