#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/open_project.h"
#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/workflow/project/filter_expression.h"
#include "app/workflow/project/list_photos.h"

namespace jaedan::cli {
namespace {

nlohmann::json json_of(const labeling::PhotoRow& row) {
  return {{"id", row.photo.id.value},
          {"name", row.photo.name},
          {"path", row.photo.path},
          {"status", id_of(row.state)},
          {"garments", row.garment_count},
          {"not_looked_at", row.unseen_count},
          {"score", row.has_prediction ? nlohmann::json(row.worst_score) : nlohmann::json()},
          {"changed_by", row.worker},
          {"changed_at", row.changed_at}};
}

void print(const labeling::PhotoRow& row) {
  char score[16] = "-";
  if (row.has_prediction) std::snprintf(score, sizeof score, "%.3f", row.worst_score);
  std::printf("%8lld  %-9s %5s  %-24s  %s\n", static_cast<long long>(row.photo.id.value),
              std::string(id_of(row.state)).c_str(), score, row.changed_at.empty() ? "-" : row.changed_at.c_str(),
              one_line(row.photo.name).c_str());
}

}  // namespace

int cmd_list(const Arguments& arguments) {
  CLI::App app(
      "Lists the photos of a project: number, state, the model's score (the least sure proposal), last change, name.",
      "list");
  std::string path;
  std::string expression;
  std::string sort = "added";
  workflow::PhotoListing listing;
  bool with_proposals = false;
  bool json = false;
  app.add_option("PROJECT", path, "the project")->required();
  app.add_option("--filter", expression, "which photos, e.g. \"status=new score<=0.5\"");
  app.add_option("--sort", sort, "added, name, score (the least sure first) or time (of the last change)")
      ->capture_default_str()
      ->check(CLI::IsMember({"added", "name", "score", "time"}));
  listing.viewer = workflow::default_user();
  add_user_option(app, listing.viewer, "who looks: a photo in their hands is shown as what they work on");
  app.add_flag("--reverse", listing.order.reversed, "the other way round; photos without score or change stay last");
  between(app.add_option("--limit", listing.limit, "at most so many (default: all)"), 0, kMostCounted);
  app.add_flag("--proposals", with_proposals, "with --json: what the model proposes, second guesses too");
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  Result<workflow::Project> project = open_project(path);
  if (!project.ok()) return fail(project.error());
  Result<labeling::PhotoFilter> filter = workflow::parse_filter(expression, *project);
  if (!filter.ok()) return fail(filter.error());
  listing.filter = std::move(filter).value();
  listing.order.key = labeling::photo_key_from_id(sort).value_or(labeling::PhotoKey::kAdded);
  nlohmann::json photos = nlohmann::json::array();
  const auto show = [&](const labeling::PhotoRow& row) -> Status {
    if (!json) return print(row), Status{};
    nlohmann::json& photo = photos.emplace_back(json_of(row));
    if (!with_proposals) return {};
    JAEDAN_ASSIGN_OR_RETURN(const std::string said, workflow::prediction_text(*project, row.photo.id));
    photo["proposals"] = json_within(said);
    return {};
  };
  if (const Status listed = workflow::list_photos(*project, listing, show); !listed.ok()) return fail(listed.error());
  if (json) print_json({{"photos", std::move(photos)}});
  return kDone;
}

}  // namespace jaedan::cli
