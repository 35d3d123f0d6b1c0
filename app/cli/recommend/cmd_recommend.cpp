#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/open_project.h"
#include "app/cli/output.h"
#include "app/cli/recommend/recommend_options.h"
#include "app/cli/recommend/recommended_rows.h"
#include "app/cli/verb.h"

namespace jaedan::cli {
namespace {

nlohmann::json to_json(const std::vector<workflow::RecommendedItem>& items) {
  nlohmann::json list = nlohmann::json::array();
  for (const auto& item : items) list.push_back(item_json(item));
  return list;
}

nlohmann::json to_json(const workflow::Recommendations& found) {
  nlohmann::json document = {{"query", item_json(found.query)},    {"similar", to_json(found.similar)},
                             {"outfits", nlohmann::json::array()}, {"table_outfits", nlohmann::json::array()},
                             {"steps", nlohmann::json::array()},   {"partial", messages_json(found.partial)}};
  for (const auto& step : found.steps) {
    document["steps"].push_back({{"change", {{"attribute", step.change.attribute}, {"value", step.change.value}}},
                                 {"similar", to_json(step.similar)}});
  }
  for (const auto& outfit : found.table_outfits) document["table_outfits"].push_back(table_outfit_json(outfit));
  for (const auto& outfit : found.outfits) {
    document["outfits"].push_back({{"photo", outfit.photo.name},
                                   {"photo_id", outfit.photo.id.value},
                                   {"score", outfit.score},
                                   {"reason", outfit.reason},
                                   {"match", item_json(outfit.match)},
                                   {"goes_with", to_json(outfit.goes_with)}});
  }
  return document;
}

void print(const std::vector<workflow::RecommendedItem>& items, const NameColumn& names) {
  for (const auto& item : items) {
    std::printf("  %5.3f  %s  %s\n", item.score, names.cell(item.photo.name).c_str(), item.reason.c_str());
  }
}

void print(const std::vector<workflow::RecommendedTableOutfit>& outfits) {
  if (outfits.empty()) return;
  NameColumn names;
  const auto name = [](const auto& outfit) { return outfit.table + " " + outfit.outfit; };
  for (const auto& outfit : outfits) names.look_at(name(outfit));
  std::printf("outfits of tables with something like it (1 at best: the same part, category and colour):\n");
  for (const auto& outfit : outfits) {
    std::string with;
    for (std::size_t i = 0; i < outfit.items.size(); ++i) {
      if (i != outfit.match) with += (with.empty() ? "" : ", ") + one_line(outfit.items[i].item.word);
    }
    std::printf("  %5.3f  %s  %s; with %s\n", outfit.score, names.cell(name(outfit)).c_str(),
                one_line(outfit.reason.text()).c_str(), with.c_str());
  }
}

const char* score_words(const workflow::RecommendQuery& query) {
  const auto view = recommender::view_from_name(query.metric);
  if (!view || recommender::is_of_vectors(*view)) {
    return query.by_labels
               ? "1 at best; the same colour counts most, then category and length, then the likeness of the "
                 "looks and further labels"
               : "1 at best; the likeness of the looks";
  }
  switch (*view) {
    case recommender::View::kLabels: return "1 at best; the likeness of what is said of them";
    case recommender::View::kColour: return "1 at best; the share of pixels of the same colour";
    case recommender::View::kCluster:
      return "1 at best; above a half in the same cluster, then the likeness of the looks";
    default: return "1 at best; the ranks by looks, labels and colours in one";
  }
}

void print(const workflow::Recommendations& found, const workflow::RecommendQuery& query) {
  NameColumn names;
  for (const auto& step : found.steps) {
    for (const auto& item : step.similar) names.look_at(item.photo.name);
  }
  for (const auto& item : found.similar) names.look_at(item.photo.name);
  for (const auto& outfit : found.outfits) names.look_at(outfit.photo.name);
  std::printf("score: %s%s\n", score_words(query),
              query.preferences.empty() ? "" : "; what is preferred is moved up, the rest down");
  std::printf("like %s of %s:\n", std::string(id_of(found.query.part)).c_str(),
              one_line(found.query.photo.name).c_str());
  if (found.steps.size() < 2) print(found.similar, names);
  for (std::size_t i = 0; found.steps.size() > 1 && i < found.steps.size(); ++i) {
    const auto& change = found.steps[i].change;
    std::printf("%s %s = %s:\n", i == 0 ? "with" : "and", change.attribute.c_str(), change.value.c_str());
    print(found.steps[i].similar, names);
  }
  std::printf("outfits with something like it:\n");
  for (const auto& outfit : found.outfits) {
    std::string with;
    for (const auto& item : outfit.goes_with) with += (with.empty() ? "" : ", ") + std::string(id_of(item.part));
    std::printf("  %5.3f  %s  goes with its %s – %s\n", outfit.score, names.cell(outfit.photo.name).c_str(),
                with.c_str(), outfit.reason.c_str());
  }
  print(found.table_outfits);
  for (const Message& missing : found.partial) std::fprintf(stderr, "jaedan: %s\n", one_line(missing.text()).c_str());
}

}  // namespace

int cmd_recommend(const Arguments& arguments) {
  CLI::App app("Finds garments like one of a photo, and outfits that go with it, among the approved photos.",
               "recommend");
  RecommendOptions options;
  add_recommend_options(app, options);
  if (const auto stop = parse(app, arguments)) return *stop;
  if (const Status checked = check_recommend_options(options); !checked.ok()) return fail(checked.error());
  Result<workflow::Project> project = open_project(options.project);
  if (!project.ok()) return fail(project.error());
  const Result<workflow::RecommendQuery> query = question_of(options, *project);
  if (!query.ok()) return fail(query.error());
  Console console;
  const Result<workflow::Recommendations> found = workflow::recommend(*project, *query, console.watch());
  if (!found.ok()) return fail(found.error());
  if (options.json) {
    print_json(to_json(*found));
  } else {
    print(*found, *query);
  }
  return kDone;
}

}  // namespace jaedan::cli
