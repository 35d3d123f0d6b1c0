// honeypot: approved photos that people are given unseen, to see how well they work.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/open_project.h"
#include "app/cli/people/quality_words.h"
#include "app/cli/verb.h"
#include "app/workflow/quality/control_scores.h"
#include "app/workflow/quality/controls.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {
namespace {

/// What the command line says, of every kind of `honeypot`.
struct HoneypotWords : QualityWords {
  std::vector<std::string> stages;
  std::string of;
  std::optional<int> percent;
  std::optional<std::int64_t> seed;
  labeling::BootstrapOptions bootstrap;
};

int add(workflow::Project& project, const Actor& manager, const HoneypotWords& words) {
  std::vector<Stage> stages;
  for (const std::string& id : words.stages) stages.push_back(*stage_from_id(id));
  const char* const done = " made controls";
  return with_photos(
      project, words,
      [&](const Photo& photo) {
        return finish_photos(batch_of_one(workflow::add_control(project, manager, photo.id, stages)), words, done);
      },
      [&](const labeling::PhotoFilter& filter, const workflow::Watch& watch) {
        return workflow::add_controls(project, manager, filter, stages, watch);
      },
      done);
}

int remove(workflow::Project& project, const Actor& manager, const HoneypotWords& words) {
  const char* const done = " no controls any more";
  return with_photos(
      project, words,
      [&](const Photo& photo) {
        return finish_photos(batch_of_one(workflow::remove_control(project, manager, photo.id)), words, done);
      },
      [&](const labeling::PhotoFilter& filter, const workflow::Watch& watch) {
        return workflow::remove_controls(project, manager, filter, watch);
      },
      done);
}

int list(const workflow::Project& project, const HoneypotWords& words) {
  const auto controls = workflow::list_controls(project);
  if (!controls.ok()) return fail(controls.error());
  nlohmann::json document = nlohmann::json::array();
  for (const workflow::ControlPhoto& control : *controls) {
    nlohmann::json stages = nlohmann::json::array();
    std::string names;
    for (const Stage stage : control.stages) {
      stages.push_back(id_of(stage));
      names += "  " + std::string(id_of(stage));
    }
    if (words.json) {
      document.push_back({{"image", control.photo.id.value}, {"name", control.photo.name}, {"stages", stages}});
    } else {
      std::printf("%lld  %s%s\n", static_cast<long long>(control.photo.id.value), one_line(control.photo.name).c_str(),
                  names.c_str());
    }
  }
  if (words.json) print_json(document);
  return kDone;
}

int rate(workflow::Project& project, const Actor& manager, const HoneypotWords& words) {
  if (words.percent) {
    const Status set = workflow::set_control_share(project, manager, *words.percent, words.seed);
    if (!set.ok()) return fail(set.error());
  }
  const Result<labeling::QueueRules> rules = project.store().queue_rules();
  if (!rules.ok()) return fail(rules.error());
  if (words.json) {
    print_json({{"percent", rules->control_percent}, {"seed", rules->control_seed}});
  } else {
    std::printf("%d of a hundred photos that a person claims are controls (seed %lld)\n", rules->control_percent,
                static_cast<long long>(rules->control_seed));
  }
  return kDone;
}

nlohmann::json json_of(const LabelScore& labels, double confidence) {
  nlohmann::json share = labels.asked > 0 ? nlohmann::json(labels.share()) : nlohmann::json();
  nlohmann::json interval;
  if (labels.asked > 0) interval = interval_json(workflow::interval_of(labels, confidence));
  return {{"right", labels.right}, {"asked", labels.asked}, {"share", share}, {"interval", interval}};
}

nlohmann::json json_of(const workflow::ControlScore& score, double confidence) {
  const auto or_null = [](const std::optional<double>& value) {
    return value ? nlohmann::json(*value) : nlohmann::json();
  };
  nlohmann::json document = {{"user", score.user},
                             {"stage", id_of(score.stage)},
                             {"controls", score.controls},
                             {"score", or_null(score.score())},
                             {"interval", interval_json(score.interval(confidence))},
                             {"parts", nlohmann::json::object()}};
  const bool draws = score.stage == Stage::kDrawn;
  for (const Part part : kAllParts) {
    const std::size_t place = place_in_parts(part);
    nlohmann::json& row = document["parts"][std::string(id_of(part))];
    if (draws) {
      row = {{"iou", or_null(score.parts[place].mean_iou())},
             {"matched", score.parts[place].matched},
             {"alone", score.parts[place].alone}};
    } else {
      row = json_of(score.part_labels[place], confidence);
    }
  }
  if (draws) return document;
  document["attributes"] = nlohmann::json::object();
  for (const auto& [attribute, labels] : score.attributes) {
    document["attributes"][attribute] = json_of(labels, confidence);
  }
  return document;
}

int score(const workflow::Project& project, const HoneypotWords& words) {
  Console console;
  const auto scores = workflow::control_scores(project, words.of, words.bootstrap, console.watch());
  if (!scores.ok()) return fail(scores.error());
  const double confidence = words.bootstrap.confidence;
  if (words.json) {
    nlohmann::json document = {{"scores", nlohmann::json::array()}, {"without_truth", scores->without_truth}};
    for (const workflow::ControlScore& one : scores->scores) document["scores"].push_back(json_of(one, confidence));
    print_json(document);
    return kDone;
  }
  for (const workflow::ControlScore& one : scores->scores) {
    std::printf("%-20s %-7s %s  %s\n", one_line(one.user).c_str(), std::string(id_of(one.stage)).c_str(),
                counted(one.controls, "control").c_str(), figure_with(one.score(), one.interval(confidence)).c_str());
  }
  if (scores->without_truth > 0) {
    std::printf("%s left out: the photo is not approved any more\n", counted(scores->without_truth, "answer").c_str());
  }
  return kDone;
}

}  // namespace

int cmd_honeypot(const Arguments& arguments) {
  CLI::App app(
      "Approved photos that people are given like any other, without knowing (controls): 'rate' says how many of a "
      "hundred, 'score' how well each person did, by outlines (IoU) at the drawing and by labels later, with "
      "intervals. Their work never reaches the approved photo. For managers.",
      "honeypot");
  app.require_subcommand(1);
  HoneypotWords words;
  CLI::App* const add_verb = app.add_subcommand("add", "approved photos become controls");
  add_verb->add_option("--stage", words.stages, "at these stages: drawn, basic, expert; left out: all")
      ->delimiter(',')
      ->check(CLI::IsMember({"drawn", "basic", "expert"}));
  CLI::App* const remove_verb = app.add_subcommand("remove", "… are none any more; what people did stays");
  CLI::App* const list_verb = app.add_subcommand("list", "which photos are controls");
  CLI::App* const rate_verb = app.add_subcommand("rate", "how many of a hundred claims are controls");
  rate_verb->add_option("--percent", words.percent, "5 to 15, or 0 for none");
  rate_verb->add_option("--seed", words.seed, "which claims");
  CLI::App* const score_verb = app.add_subcommand("score", "how well people did them");
  score_verb->add_option("--of", words.of, "of this person alone");
  score_verb
      ->add_option("--resamples", words.bootstrap.resamples,
                   "for intervals of IoU of up to 200 controls (of more the normal ones are said); 0: none")
      ->check(CLI::Range(0, 1000000))
      ->capture_default_str();
  for (CLI::App* const verb : {add_verb, remove_verb}) add_quality_options(*verb, words);
  for (CLI::App* const verb : {list_verb, rate_verb, score_verb}) add_project_options(*verb, words);
  if (const auto stop = parse(app, arguments)) return *stop;
  const bool changes = add_verb->parsed() || remove_verb->parsed();
  if (changes) {
    if (const Status named = check_names_photos(words); !named.ok()) return fail(named.error());
  }
  Result<workflow::Project> project = open_project(words.project);
  if (!project.ok()) return fail(project.error());
  return as_manager(*project, words, [&](workflow::Project& opened, const Actor& manager) {
    if (add_verb->parsed()) return add(opened, manager, words);
    if (remove_verb->parsed()) return remove(opened, manager, words);
    if (list_verb->parsed()) return list(opened, words);
    return rate_verb->parsed() ? rate(opened, manager, words) : score(opened, words);
  });
}

}  // namespace jaedan::cli
