// stages: which stages photos go through, and what holds for the queues.
#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/acting.h"
#include "app/cli/open_project.h"
#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/workflow/people/manage_users.h"
#include "app/workflow/people/tasks.h"
#include "app/workflow/project/filter_expression.h"

namespace jaedan::cli {
namespace {

constexpr double kSecondsPerHour = 3600;
constexpr const char* kNoDay = "none";
const std::vector<std::string> kWorkStages = {"drawn", "basic", "expert"};

/// What the command line says.
struct StageWords {
  std::string project;
  std::vector<std::string> on;
  std::vector<std::string> off;
  std::string order;
  std::string quota_of;
  std::optional<int> most_open;
  std::optional<int> most_a_day;
  std::string person_deadline;  ///< kNoDay: none from now on
  std::string deadline;
  double hours = 0;
  std::optional<int> priority;
  std::string filter;
  Acting acting;
  bool json = false;

  bool changes_rules() const { return !on.empty() || !off.empty() || !order.empty() || hours > 0 || !deadline.empty(); }
  bool changes_quota() const { return most_open || most_a_day || !person_deadline.empty(); }
};

/// A day as the store has it.
std::string day_of(const std::string& said) { return said == kNoDay ? "" : said; }

Status prioritise(workflow::Project& project, const StageWords& words) {
  JAEDAN_ASSIGN_OR_RETURN(const Actor manager, acting_manager(project, words.acting));
  JAEDAN_ASSIGN_OR_RETURN(const labeling::PhotoFilter filter, workflow::parse_filter(words.filter, project));
  Console console;
  JAEDAN_RETURN_IF_ERROR(workflow::set_priorities(project, manager, filter, *words.priority, console.watch()));
  return {};
}

void change_rules(labeling::QueueRules& rules, const StageWords& words) {
  for (const std::string& id : words.off) rules.stages = rules.stages.without(*stage_from_id(id));
  for (const std::string& id : words.on) rules.stages = rules.stages.with(*stage_from_id(id));
  if (!words.order.empty()) rules.uncertain_first = words.order == "uncertain";
  if (!words.deadline.empty()) rules.deadline = day_of(words.deadline);
  if (words.hours > 0) rules.claim_seconds = std::llround(words.hours * kSecondsPerHour);
}

Status change(workflow::Project& project, const StageWords& words) {
  if (!words.changes_rules() && !words.changes_quota()) return {};
  JAEDAN_ASSIGN_OR_RETURN(const Actor manager, acting_manager(project, words.acting));
  workflow::QueueChange change;
  if (words.changes_rules()) change.rules = [&](labeling::QueueRules& rules) { change_rules(rules, words); };
  if (words.changes_quota()) {
    change.quota_of = words.quota_of;
    change.quota = [&](labeling::Quota& quota) {
      quota.most_open = words.most_open.value_or(quota.most_open);
      quota.most_a_day = words.most_a_day.value_or(quota.most_a_day);
      if (!words.person_deadline.empty()) quota.deadline = day_of(words.person_deadline);
    };
  }
  return workflow::change_queues(project, manager, change);
}

nlohmann::json json_day(const std::string& day) { return day.empty() ? nlohmann::json() : nlohmann::json(day); }

Result<nlohmann::json> document_of(const workflow::Project& project, const StageWords& words) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const labeling::QueueRules rules, store.queue_rules());
  nlohmann::json stages = nlohmann::json::array();
  for (const Stage stage : kAllStages) {
    JAEDAN_ASSIGN_OR_RETURN(const std::int64_t waiting, store.waiting(stage));
    stages.push_back({{"stage", id_of(stage)}, {"on", rules.stages.has(stage)}, {"waiting", waiting}});
  }
  nlohmann::json document = {{"stages", stages},
                             {"order", rules.uncertain_first ? "uncertain" : "oldest"},
                             {"hours", static_cast<double>(rules.claim_seconds) / kSecondsPerHour},
                             {"deadline", json_day(rules.deadline)}};
  if (words.quota_of.empty()) return document;
  JAEDAN_ASSIGN_OR_RETURN(const User person, workflow::find_user(project, words.quota_of));
  JAEDAN_ASSIGN_OR_RETURN(const labeling::Quota quota, store.quota(person.id));
  document["quota"] = {{"user", person.name},
                       {"most_open", quota.most_open},
                       {"most_per_day", quota.most_a_day},
                       {"deadline", json_day(quota.deadline)}};
  return document;
}

void print_lines(const nlohmann::json& document) {
  for (const nlohmann::json& stage : document["stages"]) {
    std::printf("%-8s %s  %lld waiting\n", stage["stage"].get<std::string>().c_str(), stage["on"] ? "on " : "off",
                stage["waiting"].get<long long>());
  }
  std::printf("order %s, a claim holds %g hours\n", document["order"].get<std::string>().c_str(),
              document["hours"].get<double>());
  if (document["deadline"].is_string()) {
    std::printf("all is to be approved by %s\n", document["deadline"].get<std::string>().c_str());
  }
  if (!document.contains("quota")) return;
  const nlohmann::json& quota = document["quota"];
  std::printf("%s may have %d open and take %d a day (0: no limit)\n",
              one_line(quota["user"].get<std::string>()).c_str(), quota["most_open"].get<int>(),
              quota["most_per_day"].get<int>());
  if (quota["deadline"].is_string()) {
    std::printf("what they have in hand is to be done by %s\n", quota["deadline"].get<std::string>().c_str());
  }
}

}  // namespace

int cmd_stages(const Arguments& arguments) {
  CLI::App app(
      "The stages that photos go through (the inspection always is one), how many photos wait for each in nobody's "
      "hands, and in which order they are given out. Changes are for managers.",
      "stages");
  StageWords words;
  app.add_option("PROJECT", words.project, "the project")->required();
  app.add_option("--off", words.off, "photos leave these stages out: drawn, basic, expert")
      ->delimiter(',')
      ->check(CLI::IsMember(kWorkStages));
  app.add_option("--on", words.on, "… go through them again")->delimiter(',')->check(CLI::IsMember(kWorkStages));
  app.add_option("--order", words.order, "of equal priority first: oldest, or what the model is least sure of")
      ->check(CLI::IsMember({"oldest", "uncertain"}));
  between(app.add_option("--hours", words.hours, "how long a claim holds"), 1.0 / kSecondsPerHour, 87600);
  app.add_option("--deadline", words.deadline, "the day (UTC) by which all is to be approved: 2026-01-31, or none");
  CLI::Option* const person = app.add_option("--quota", words.quota_of, "shows how much this person may take");
  between(app.add_option("--most-open", words.most_open, "… and sets how many tasks they have at a time, 0: no limit"),
          0, kMostCounted)
      ->needs(person);
  between(app.add_option("--most-per-day", words.most_a_day, "… and how many they claim on a day (UTC), 0: no limit"),
          0, kMostCounted)
      ->needs(person);
  app.add_option("--person-deadline", words.person_deadline,
                 "… and by which day (UTC) what they have in hand is to be done: 2026-01-31, or none")
      ->needs(person);
  CLI::Option* const priority =
      app.add_option("--priority", words.priority, "of the photos of --filter: higher ones go first");
  app.add_option("--filter", words.filter, "which photos, e.g. \"status=returned\"; left out: all")->needs(priority);
  add_acting_options(app, words.acting);
  app.add_flag("--json", words.json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  Result<workflow::Project> project = open_project(words.project);
  if (!project.ok()) return fail(project.error());
  if (const Status changed = change(*project, words); !changed.ok()) return fail(changed.error());
  if (const Status done = words.priority ? prioritise(*project, words) : Status(); !done.ok())
    return fail(done.error());
  const Result<nlohmann::json> document = document_of(*project, words);
  if (!document.ok()) return fail(document.error());
  if (words.json) {
    print_json(*document);
  } else {
    print_lines(*document);
  }
  return kDone;
}

}  // namespace jaedan::cli
