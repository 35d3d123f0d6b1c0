#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/workflow/project/filter_expression.h"
#include "app/workflow/project/project.h"
#include "labeling/store/annotation_json.h"

namespace jaedan::cli {
namespace {

constexpr int kRowsAPage = 500;

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

/// Hands at most `limit` rows to `show`; 0: all of them.
template <typename Show>
Status for_rows(labeling::PhotoCatalogue& photos, const labeling::PhotoFilter& filter, labeling::PhotoOrder order,
                std::int64_t limit, const Show& show) {
  std::optional<labeling::PhotoRow> after;
  for (std::int64_t shown = 0; limit == 0 || shown < limit;) {
    const std::int64_t wanted = limit == 0 ? kRowsAPage : std::min<std::int64_t>(kRowsAPage, limit - shown);
    JAEDAN_ASSIGN_OR_RETURN(const auto page, photos.list_in_order(filter, order, after, static_cast<int>(wanted)));
    if (page.empty()) return {};
    for (const labeling::PhotoRow& row : page) JAEDAN_RETURN_IF_ERROR(show(row));
    shown += static_cast<std::int64_t>(page.size());
    after = page.back();
  }
  return {};
}

/// Null for a photo that no model has seen.
Result<nlohmann::json> prediction_of(labeling::ModelOutputs& outputs, PhotoId id) {
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Prediction> prediction, outputs.prediction(id));
  return prediction ? json_within(labeling::prediction_to_json(*prediction)) : nlohmann::json();
}

}  // namespace

int cmd_list(const Arguments& arguments) {
  CLI::App app(
      "Lists the photos of a project: number, state, the model's score (the least sure proposal), last change, name.",
      "list");
  std::string path;
  std::string expression;
  std::string sort = "added";
  labeling::PhotoOrder order;
  std::int64_t limit = 0;
  bool with_proposals = false;
  bool json = false;
  app.add_option("PROJECT", path, "the project")->required();
  app.add_option("--filter", expression, "which photos, e.g. \"status=new score<=0.5\"");
  app.add_option("--sort", sort, "added, name, score (the least sure first) or time (of the last change)")
      ->capture_default_str()
      ->check(CLI::IsMember({"added", "name", "score", "time"}));
  app.add_flag("--reverse", order.reversed, "the other way round; photos without score or change stay last");
  app.add_option("--limit", limit, "at most so many (default: all)")->check(CLI::NonNegativeNumber);
  app.add_flag("--proposals", with_proposals, "with --json: what the model proposes, second guesses too");
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  Result<workflow::Project> project = workflow::Project::open(path);
  if (!project.ok()) return fail(project.error());
  const Result<labeling::PhotoFilter> filter = workflow::parse_filter(expression, project->taxonomy());
  if (!filter.ok()) return fail(filter.error());
  order.key = labeling::photo_key_from_id(sort).value_or(order.key);
  nlohmann::json photos = nlohmann::json::array();
  const auto show = [&](const labeling::PhotoRow& row) -> Status {
    if (!json) return print(row), Status{};
    nlohmann::json& photo = photos.emplace_back(json_of(row));
    if (!with_proposals) return {};
    JAEDAN_ASSIGN_OR_RETURN(photo["proposals"], prediction_of(project->store(), row.photo.id));
    return {};
  };
  if (const Status listed = for_rows(project->store(), *filter, order, limit, show); !listed.ok()) {
    return fail(listed.error());
  }
  if (json) print_json({{"photos", std::move(photos)}});
  return kDone;
}

}  // namespace jaedan::cli
