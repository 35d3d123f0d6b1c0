// models, promote, rollback: which model a project uses.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/workflow/models.h"

namespace jaedan::cli {
namespace {

int say_champion(const std::string& id, const char* what, bool json) {
  if (json) {
    print_json({{"champion", id}});
  } else {
    std::printf("%s %s\n", id.c_str(), what);
  }
  return kDone;
}

}  // namespace

int cmd_models(const Arguments& arguments) {
  CLI::App app("Lists the built-in models and, with a project, its own.", "models");
  std::string path;
  bool json = false;
  app.add_option("PROJECT", path, "the project");
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  std::optional<workflow::Project> project;
  if (!path.empty()) {
    Result<workflow::Project> opened = workflow::Project::open(path);
    if (!opened.ok()) return fail(opened.error());
    project.emplace(std::move(opened).value());
  }
  const auto models = workflow::list_models(project ? &*project : nullptr);
  if (!models.ok()) return fail(models.error());
  nlohmann::json document = nlohmann::json::array();
  for (const workflow::UsableModel& model : *models) {
    const auto& metrics = model.card.metrics;
    const auto miou = metrics.find("miou");
    if (json) {
      document.push_back({{"id", model.card.id},
                          {"folder", model.folder},
                          {"champion", model.champion},
                          {"built_in", model.built_in},
                          {"metrics", metrics}});
    } else {
      std::printf("%c %-28s %-9s mIoU %s  %s\n", model.champion ? '*' : ' ', model.card.id.c_str(),
                  model.built_in ? "built in" : "project",
                  miou == metrics.end() ? "  –  " : std::to_string(miou->second).substr(0, 5).c_str(),
                  model.card.description.c_str());
    }
  }
  if (json) print_json(document);
  return kDone;
}

int cmd_promote(const Arguments& arguments) {
  CLI::App app("Makes a model the champion: the one that prefill uses.", "promote");
  std::string path;
  std::string id;
  app.add_option("PROJECT", path, "the project")->required();
  app.add_option("MODEL", id, "model id, as `jaedan models PROJECT` shows it")->required();
  bool json = false;
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  Result<workflow::Project> project = workflow::Project::open(path);
  if (!project.ok()) return fail(project.error());
  const Status promoted = workflow::promote_model(*project, id);
  if (!promoted.ok()) return fail(promoted.error());
  return say_champion(id, "is the champion", json);
}

int cmd_rollback(const Arguments& arguments) {
  CLI::App app("Goes back to the champion before.", "rollback");
  std::string path;
  app.add_option("PROJECT", path, "the project")->required();
  bool json = false;
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  Result<workflow::Project> project = workflow::Project::open(path);
  if (!project.ok()) return fail(project.error());
  const Result<std::string> id = workflow::rollback_model(*project);
  if (!id.ok()) return fail(id.error());
  return say_champion(*id, "is the champion again", json);
}

}  // namespace jaedan::cli
