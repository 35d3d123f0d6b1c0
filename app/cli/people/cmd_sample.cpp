// sample: of each person's photos that wait for the inspection some are inspected, and stand for the others.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/open_project.h"
#include "app/cli/people/quality_words.h"
#include "app/cli/verb.h"
#include "app/workflow/quality/samples.h"

namespace jaedan::cli {
namespace {

constexpr int kSamplesShown = 1000;

/// What the command line says.
struct SampleWords : QualityWords {
  workflow::SampleChoice choice;
  std::string stage;
  std::int64_t show = 0;
  std::int64_t close = 0;
  std::int64_t undo = 0;
  bool lists = false;

  bool draws() const { return show == 0 && close == 0 && undo == 0 && !lists; }
};

nlohmann::json json_of(const labeling::Sample& sample) {
  const auto or_null = [](const std::optional<int>& value) {
    return value ? nlohmann::json(*value) : nlohmann::json();
  };
  return {{"sample", sample.id.value},
          {"at", sample.at},
          {"percent", sample.percent},
          {"seed", sample.seed},
          {"stage", sample.stage ? nlohmann::json(id_of(*sample.stage)) : nlohmann::json()},
          {"least_accepted", or_null(sample.rule.least_accepted_percent)},
          {"most_returned", or_null(sample.rule.most_returned)},
          {"state", labeling::id_of(sample.state)}};
}

std::string line_of(const labeling::Sample& sample) {
  char text[128];
  std::snprintf(text, sizeof text, "sample %lld  %s  %g %%  seed %lld  %s", static_cast<long long>(sample.id.value),
                sample.at.c_str(), sample.percent, static_cast<long long>(sample.seed),
                std::string(labeling::id_of(sample.state)).c_str());
  return text;
}

int print_report(const Result<workflow::SampleReport>& report, const SampleWords& words) {
  if (!report.ok()) return fail(report.error());
  nlohmann::json document = json_of(report->sample);
  document["workers"] = nlohmann::json::array();
  document["images"] = nlohmann::json::array();
  for (const PhotoId id : report->chosen) document["images"].push_back(id.value);
  if (!words.json) std::printf("%s\n", line_of(report->sample).c_str());
  for (const workflow::SampledWorker& worker : report->workers) {
    document["workers"].push_back({{"user", worker.user.empty() ? nlohmann::json() : nlohmann::json(worker.user)},
                                   {"photos", worker.photos},
                                   {"sampled", worker.chosen},
                                   {"accepted", worker.accepted},
                                   {"returned", worker.returned},
                                   {"approved", worker.approved},
                                   {"holds", worker.holds}});
    if (words.json) continue;
    std::printf("%-20s %lld of %lld sampled, %lld accepted, %lld returned, %lld more approved\n",
                worker.user.empty() ? "(nobody)" : one_line(worker.user).c_str(), static_cast<long long>(worker.chosen),
                static_cast<long long>(worker.photos), static_cast<long long>(worker.accepted),
                static_cast<long long>(worker.returned), static_cast<long long>(worker.approved));
  }
  if (words.json) print_json(document);
  return kDone;
}

int list_samples(const workflow::Project& project, const SampleWords& words) {
  nlohmann::json document = nlohmann::json::array();
  for (SampleId last;;) {
    const auto page = project.store().samples(last, kSamplesShown);
    if (!page.ok()) return fail(page.error());
    if (page->empty()) break;
    for (const labeling::Sample& sample : *page) {
      if (words.json) {
        document.push_back(json_of(sample));
      } else {
        std::printf("%s\n", line_of(sample).c_str());
      }
    }
    last = page->back().id;
  }
  if (words.json) print_json(document);
  return kDone;
}

int decide(workflow::Project& project, const Actor& manager, const SampleWords& words) {
  Console console;
  const bool closes = words.close != 0;
  const auto report =
      closes ? workflow::close_sample(project, manager, SampleId{words.close}, words.choice.rule, console.watch())
             : workflow::undo_sample(project, manager, SampleId{words.undo}, console.watch());
  return finish_photos(report, words, closes ? " approved by the rule" : " as before");
}

}  // namespace

int cmd_sample(const Arguments& arguments) {
  CLI::App app(
      "Draws a sample of each person's photos that wait for the inspection, in proportion to their parts; the rest is "
      "held back. When the sample is inspected, --close approves the rest of everybody whose sample fulfils the rule, "
      "and gives the rest of the others back to the inspection; --undo takes those approvals back. For managers.",
      "sample");
  SampleWords words;
  add_project_options(app, words);
  CLI::Option* const percent = between(
      app.add_option("--percent", words.choice.percent, "of each person's photos")->capture_default_str(), 0.01, 100);
  app.add_option("--seed", words.choice.seed, "which ones")->capture_default_str();
  app.add_option("--stage", words.stage, "of who submitted this stage: drawn, basic or expert; left out: the last one")
      ->check(CLI::IsMember({"drawn", "basic", "expert"}));
  app.add_option("--least-accepted", words.choice.rule.least_accepted_percent,
                 "the rule, said now or with --close: at least so many percent of the sample are approved")
      ->check(CLI::Range(0, 100));
  between(app.add_option("--most-returned", words.choice.rule.most_returned,
                         "… and at most so many photos of the sample are returned"),
          0, kMostCounted);
  CLI::Option* const show = app.add_option("--show", words.show, "how this sample stands");
  CLI::Option* const close = app.add_option("--close", words.close, "decides about the rest of this sample");
  CLI::Option* const undo = app.add_option("--undo", words.undo, "takes back what --close approved");
  CLI::Option* const list = app.add_flag("--list", words.lists, "all samples");
  for (CLI::Option* const one : {show, close, undo, list}) {
    for (CLI::Option* const other : {percent, show, close, undo, list}) {
      if (one != other) one->excludes(other);
    }
  }
  if (const auto stop = parse(app, arguments)) return *stop;
  words.choice.stage = stage_from_id(words.stage);
  Result<workflow::Project> project = open_project(words.project);
  if (!project.ok()) return fail(project.error());
  return as_manager(*project, words, [&](workflow::Project& opened, const Actor& manager) {
    if (words.lists) return list_samples(opened, words);
    if (words.show != 0) return print_report(workflow::sample_report(opened, SampleId{words.show}), words);
    if (!words.draws()) return decide(opened, manager, words);
    return print_report(workflow::draw_inspection_sample(opened, manager, words.choice), words);
  });
}

}  // namespace jaedan::cli
