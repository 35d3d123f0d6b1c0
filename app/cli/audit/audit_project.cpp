#include "app/cli/audit/audit_project.h"

#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include "app/cli/audit/audit_figures.h"
#include "app/cli/output.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {
namespace {

using labeling::PhotoFigures;
using labeling::ProjectFigures;

nlohmann::json json_of(const PhotoFigures& count) {
  return {{"photos", count.photos},
          {"garments", count.garments},
          {"nobody_looked_at", count.unseen},
          {"photos_nobody_looked_at", count.unseen_photos},
          {"photos_with_proposals", count.predicted}};
}

void print_row(const std::string& name, const PhotoFigures& count) {
  const auto number = [](std::int64_t n) { return static_cast<long long>(n); };
  std::printf("%-24s photos %6lld  garments %6lld", name.c_str(), number(count.photos), number(count.garments));
  if (count.unseen > 0) {
    std::printf("  nobody looked at %lld of them, in %s", number(count.unseen),
                counted(count.unseen_photos, "photo").c_str());
  }
  std::printf("\n");
}

nlohmann::json json_of(const ProjectFigures& figures) {
  nlohmann::json document = json_of(figures.all());
  for (const WorkflowState state : kAllStates) {
    document["states"][std::string(id_of(state))] = json_of(figures.of(state));
  }
  document["parts"] = nlohmann::json::object();
  for (const auto& [part, count] : figures.garments_by_part) document["parts"][std::string(id_of(part))] = count;
  document["labels"] = figures.values;
  document["workers"] = nlohmann::json::array();  // names are text of people, and no keys
  for (const auto& [who, count] : figures.workers) document["workers"].push_back({{"name", who}, {"photos", count}});
  return document;
}

/// "top 3, bottom 2"; nothing where there is nothing.
template <typename Counts, typename Name>
void print_counts(const char* title, const Counts& counts, const Name& name_of) {
  std::string words;
  for (const auto& [what, count] : counts) {
    words += (words.empty() ? "" : ", ") + one_line(std::string(name_of(what))) + " " + std::to_string(count);
  }
  if (!words.empty()) std::printf("%-24s %s\n", title, words.c_str());
}

}  // namespace

int audit_project(workflow::Project& project, const labeling::PhotoFilter& filter, bool with_figures, bool json) {
  const Result<ProjectFigures> figures = project.store().figures(filter);
  if (!figures.ok()) return fail(figures.error());
  if (json) {
    nlohmann::json document = json_of(*figures);
    if (with_figures) {
      const Result<nlohmann::json> work = figures_json(project);
      if (!work.ok()) return fail(work.error());
      document["figures"] = *work;
    }
    print_json(document);
    return kDone;
  }
  for (const WorkflowState state : kAllStates) {
    if (figures->of(state).photos > 0) print_row(message_of(state).text(), figures->of(state));
  }
  print_row("all", figures->all());
  const auto itself = [](const std::string& name) { return name; };
  print_counts("garments", figures->garments_by_part, [](Part part) { return id_of(part); });
  print_counts("labels", figures->values, itself);
  print_counts("photos changed last by", figures->workers, itself);
  return kDone;
}

}  // namespace jaedan::cli
