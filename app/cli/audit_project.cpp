#include "app/cli/audit_project.h"

#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include "app/cli/output.h"
#include "app/workflow/photo/count_looks.h"

namespace jaedan::cli {
namespace {

nlohmann::json json_of(const workflow::LookCount& count) {
  return {{"photos", count.photos},
          {"garments", count.garments},
          {"nobody_looked_at", count.unseen},
          {"photos_nobody_looked_at", count.unseen_photos}};
}

void print_row(const std::string& name, const workflow::LookCount& count) {
  const auto number = [](std::int64_t n) { return static_cast<long long>(n); };
  std::printf("%-24s photos %6lld  garments %6lld  nobody looked at %lld of them, in %lld photos\n", name.c_str(),
              number(count.photos), number(count.garments), number(count.unseen), number(count.unseen_photos));
}

}  // namespace

int audit_project(workflow::Project& project, const labeling::PhotoFilter& filter, bool json) {
  Console console;
  const Result<workflow::LookCounts> counts = workflow::count_looks(project, filter, console.watch());
  if (!counts.ok()) return fail(counts.error());
  if (json) {
    nlohmann::json document = json_of(counts->all());
    for (const WorkflowState state : kAllStates) {
      document["states"][std::string(id_of(state))] = json_of(counts->of(state));
    }
    print_json(document);
    return kDone;
  }
  for (const WorkflowState state : kAllStates) {
    if (counts->of(state).photos > 0) print_row(message_of(state).text(), counts->of(state));
  }
  print_row("all", counts->all());
  return kDone;
}

}  // namespace jaedan::cli
