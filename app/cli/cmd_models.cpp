// models, promote, rollback: which models there are, which one a project uses, and which scripts may run.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>

#include "app/cli/acting.h"
#include "app/cli/open_project.h"
#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/report/model_words.h"
#include "app/workflow/models/models.h"
#include "app/workflow/models/trusted_scripts.h"

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

int list_all(const workflow::Project* project, bool json) {
  const auto models = workflow::list_models(project);
  if (!models.ok()) return fail(models.error());
  nlohmann::json document = nlohmann::json::array();
  std::set<std::string> measured_on;
  for (const workflow::UsableModel& model : *models) {
    const auto& metrics = model.card.metrics;
    const auto miou = metrics.find("miou");
    if (miou != metrics.end()) measured_on.insert(report::words_of_measured(model.card));
    if (json) {
      document.push_back({{"id", model.card.id},
                          {"folder", model.folder},
                          {"champion", model.champion},
                          {"built_in", model.built_in},
                          {"metrics", metrics},
                          {"measured_on", report::words_of_measured(model.card)}});
      continue;
    }
    std::printf("%c %-28s %-9s %s\n", model.champion ? '*' : ' ', model.card.id.c_str(),
                model.built_in ? "built in" : "project", one_line(model.card.description).c_str());
    if (miou == metrics.end()) continue;
    std::printf("  %-28s %-9s mIoU %.3f on %s\n", "", "", miou->second,
                one_line(report::words_of_measured(model.card)).c_str());
  }
  if (json) {
    print_json(document);
  } else if (measured_on.size() > 1) {
    std::printf(
        "figures of different photos do not compare; `jaedan evaluate --model ID` measures any model on yours\n");
  }
  return kDone;
}

int show_model(const workflow::Project* project, const std::string& id, bool json) {
  const auto model = workflow::find_model(project, id);
  if (!model.ok()) return fail(model.error());
  if (json) {
    nlohmann::json document = nlohmann::json::parse(inference::serialize_model_card(model->card));
    document["folder"] = model->folder;
    document["champion"] = model->champion;
    document["built_in"] = model->built_in;
    print_json(document);
    return kDone;
  }
  for (const report::CardEntry& entry : report::describe_card(model->card)) {
    std::printf("%s\n", entry.heading.c_str());
    for (const std::string& line : entry.lines) std::printf("  %s\n", one_line(line).c_str());
  }
  std::printf("Folder\n  %s\n", one_line(model->folder).c_str());
  return kDone;
}

nlohmann::json scripts_json(const std::vector<workflow::TrustedScript>& scripts) {
  nlohmann::json document = nlohmann::json::array();
  for (const workflow::TrustedScript& script : scripts) {
    document.push_back({{"path", script.path}, {"sha256", script.sha256}});
  }
  return document;
}

/// In whose name a file is trusted, and where that is written down; nowhere without a project.
using Logged = std::optional<workflow::TrustLogged>;

int trust(const std::string& file, const Logged& logged, bool json) {
  const auto scripts = logged ? workflow::trust_script(file, *logged) : workflow::trust_script(file);
  if (!scripts.ok()) return fail(scripts.error());
  if (json) {
    print_json(scripts_json(*scripts));
    return kDone;
  }
  for (const workflow::TrustedScript& script : *scripts) {
    std::printf("%s is trusted: what it holds may now run on this machine\n", one_line(script.path).c_str());
  }
  return kDone;
}

int distrust(const std::string& file, const Logged& logged, bool json) {
  const Status done = logged ? workflow::distrust_script(file, *logged) : workflow::distrust_script(file);
  if (!done.ok()) return fail(done.error());
  if (json) {
    print_json({{"distrusted", file}});
  } else {
    std::printf("%s is no longer trusted\n", one_line(file).c_str());
  }
  return kDone;
}

int list_trusted(bool json) {
  const auto scripts = workflow::trusted_scripts();
  if (!scripts.ok()) return fail(scripts.error());
  if (json) {
    print_json(scripts_json(*scripts));
    return kDone;
  }
  for (const workflow::TrustedScript& script : *scripts) {
    std::printf("%s  %s\n", script.sha256.c_str(), one_line(script.path).c_str());
  }
  return kDone;
}

}  // namespace

int cmd_models(const Arguments& arguments) {
  CLI::App app(
      "Lists the built-in models and, with a project, its own; `models show ID` prints a model's card, `models trust "
      "FILE` allows a TorchScript of your own to run here.",
      "models");
  std::string path;
  std::string id;
  bool json = false;
  app.add_option("PROJECT", path, "the project");
  app.add_flag("--json", json, "print one JSON document");
  CLI::App* const show = app.add_subcommand("show", "prints all that is known of one model");
  show->add_option("ID", id, "model id, or a model's folder")->required();
  show->add_option("PROJECT", path, "the project that has the model; may stand in front");
  show->add_flag("--json", json, "print the card as JSON");
  std::string file;
  Acting acting;
  CLI::App* const trusts = app.add_subcommand("trust",
                                              "vouches for a TorchScript file, by its SHA-256; with a project in front "
                                              "(`models PROJECT trust FILE`) its change "
                                              "log says so");
  trusts->add_option("FILE", file,
                     "the file, or a folder with encoder.pt and decoder.pt; without one, what is trusted is listed");
  add_acting_options(*trusts, acting);
  trusts->add_flag("--json", json, "print one JSON document");
  CLI::App* const distrusts = app.add_subcommand("distrust", "takes that back");
  distrusts->add_option("FILE", file, "the file, where it lay, or its SHA-256")->required();
  add_acting_options(*distrusts, acting);
  distrusts->add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  if (trusts->parsed() && file.empty()) return list_trusted(json);
  std::optional<workflow::Project> opened;
  // `promote` takes the project first, so people write it first here as well.
  if (show->parsed() && !path.empty() && open_project(id).ok()) std::swap(id, path);
  if (!path.empty()) {
    Result<workflow::Project> project = open_project(path);
    if (!project.ok()) return fail(project.error());
    opened.emplace(std::move(project).value());
  }
  if (trusts->parsed() || distrusts->parsed()) {
    Logged logged;
    if (opened) {
      const Result<Actor> actor = acting_user(*opened, acting);
      if (!actor.ok()) return fail(actor.error());
      logged.emplace(workflow::TrustLogged{*opened, *actor});
    }
    return trusts->parsed() ? trust(file, logged, json) : distrust(file, logged, json);
  }
  const workflow::Project* const project = opened ? &*opened : nullptr;
  return show->parsed() ? show_model(project, id, json) : list_all(project, json);
}

int cmd_promote(const Arguments& arguments) {
  CLI::App app("Makes a model the champion: the one that prefill uses.", "promote");
  std::string path;
  std::string id;
  app.add_option("PROJECT", path, "the project")->required();
  app.add_option("MODEL", id, "model id, as `jaedan models PROJECT` shows it")->required();
  bool json = false;
  Acting acting;
  add_acting_options(app, acting);
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  Result<workflow::Project> project = open_project(path);
  if (!project.ok()) return fail(project.error());
  const Result<Actor> actor = acting_user(*project, acting);
  if (!actor.ok()) return fail(actor.error());
  const auto before = workflow::find_model(&*project, "");
  const bool is_it_already = before.ok() && before->card.id == id;
  const Status promoted = workflow::promote_model(*project, id, *actor);
  if (!promoted.ok()) return fail(promoted.error());
  return say_champion(id, is_it_already ? "was the champion already" : "is the champion", json);
}

int cmd_rollback(const Arguments& arguments) {
  CLI::App app("Goes back to the champion before.", "rollback");
  std::string path;
  app.add_option("PROJECT", path, "the project")->required();
  bool json = false;
  Acting acting;
  add_acting_options(app, acting);
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  Result<workflow::Project> project = open_project(path);
  if (!project.ok()) return fail(project.error());
  const Result<Actor> actor = acting_user(*project, acting);
  if (!actor.ok()) return fail(actor.error());
  const Result<std::string> id = workflow::rollback_model(*project, *actor);
  if (!id.ok()) return fail(id.error());
  return say_champion(*id, "is the champion again", json);
}

}  // namespace jaedan::cli
