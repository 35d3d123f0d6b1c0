#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/open_project.h"
#include "app/cli/output.h"
#include "app/cli/recommend/recommended_rows.h"
#include "app/cli/recommend/search_json.h"
#include "app/cli/verb.h"
#include "app/workflow/recommend/labelled_garments.h"
#include "app/workflow/recommend/search_garments.h"
#include "app/workflow/recommend/search_like.h"
#include "app/workflow/recommend/search_sentences.h"

namespace jaedan::cli {
namespace {

/// "bottom: denim, mini, skirt + top: white, shirt".
std::string understood_words(const recommender::WordQuery& query, const Taxonomy& taxonomy) {
  std::string text;
  const auto add = [&](const char* joint, const Message& words) { text += (text.empty() ? "" : joint) + words.text(); };
  for (const auto& garment : query.garments) add(" + ", workflow::name_of(garment, taxonomy));
  for (const auto& garment : query.unwanted) add("; ", in_context("not worn", workflow::name_of(garment, taxonomy)));
  if (!query.photo_wanted.empty()) {
    add("; ", in_context("photo", workflow::names_of(query.photo_wanted, taxonomy)));
  }
  if (!query.photo_excluded.empty()) {
    add("; ", in_context("photo not", workflow::names_of(query.photo_excluded, taxonomy)));
  }
  return text;
}

/// A row for each garment that was found; what is said of the whole photo stands in the first.
void print(const workflow::FoundByWords& found, const workflow::LabelledGarments& searched, const Taxonomy& taxonomy) {
  NameColumn names;
  for (const auto& photo : found.photos) names.look_at(searched.photos.at(photo.photo).name);
  std::printf("looked for: %s\n", understood_words(found.query, taxonomy).c_str());
  for (const auto& photo : found.photos) {
    const std::string& name = searched.photos.at(photo.photo).name;
    bool first = true;
    const auto row = [&](std::string_view part, const Message& reason) {
      if (first) {
        std::printf("  %5.3f  %s", photo.score, names.cell(name).c_str());
      } else {
        std::printf("         %s", names.cell({}).c_str());
      }
      std::printf("  %-6s  %s\n", std::string(part).c_str(), reason.text().c_str());
      first = false;
    };
    for (const auto& garment : photo.garments) {
      row(id_of(garment.item->part), workflow::reason_of(garment.labels, taxonomy));
    }
    if (first || !photo.labels.empty()) row("photo", workflow::reason_of(photo.labels, taxonomy));
  }
}

int search_words(workflow::Project& project, const std::string& words, std::size_t k, bool json) {
  Console console;
  const auto searched = workflow::load_labelled_garments(project, console.watch());
  if (!searched.ok()) return fail(searched.error());
  const auto vocabulary = workflow::load_vocabulary(project.taxonomy());
  if (!vocabulary.ok()) return fail(vocabulary.error());
  const auto found = workflow::search_by_words(*vocabulary, searched->items, searched->photo_labels, words, k);
  if (!found.ok()) return fail(found.error());
  if (found->query.empty()) return fail({ErrorCode::kInvalidArgument, found->notes.front()});
  for (const workflow::FailedItem& failed : searched->failed) print_item("failed", failed);
  if (json) {
    print_json(search_json(*found, *searched));
  } else {
    for (const Message& note : found->notes) std::fprintf(stderr, "%s\n", one_line(note.text()).c_str());
    print(*found, *searched, project.taxonomy());
  }
  return searched->failed.empty() ? kDone : kSomeFailed;
}

int search_photo(workflow::Project& project, const std::string& image, workflow::RecommendQuery query, bool json) {
  if (const Status known = choose_photo(project, image, query); !known.ok()) return fail(known.error());
  Console console;
  const auto found = workflow::search_like(project, query, console.watch());
  if (!found.ok()) return fail(found.error());
  nlohmann::json document = {{"like", nlohmann::json::array()}};
  NameColumn names;
  for (const auto& garment : *found) {
    nlohmann::json results = nlohmann::json::array();
    for (const auto& item : garment.similar) {
      names.look_at(item.photo.name);
      results.push_back(item_json(item));
    }
    document["like"].push_back({{"query", item_json(garment.query)}, {"results", std::move(results)}});
  }
  if (json) return print_json(document), kDone;
  for (const auto& garment : *found) {
    std::printf("like %s of %s:\n", std::string(id_of(garment.query.part)).c_str(),
                one_line(garment.query.photo.name).c_str());
    for (const auto& item : garment.similar) {
      std::printf("  %5.3f  %s  %s\n", item.score, names.cell(item.photo.name).c_str(), item.reason.c_str());
    }
  }
  return kDone;
}

}  // namespace

int cmd_search(const Arguments& arguments) {
  CLI::App app("Finds approved photos by what is worn in them: by Korean or English words, or by another photo.",
               "search");
  std::string path, words, like;
  workflow::RecommendQuery query;
  bool json = false;
  app.add_option("PROJECT", path, "the project")->required();
  CLI::Option* by_words = app.add_option("WORDS", words, "such as \"denim mini skirt with white shirt, no print\"");
  CLI::Option* by_photo = app.add_option(
      "--like", like, kImageHelp + std::string(", or a file elsewhere: garments like each of its garments"));
  by_photo->excludes(by_words);
  app.add_option("--k", query.k, "how many")->capture_default_str()->check(CLI::Range(1, 1000));
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;
  if (words.empty() && like.empty() && by_words->count() == 0) {
    return fail({ErrorCode::kInvalidArgument, "cli.search_what", "say what to search for: words, or --like PHOTO"});
  }
  Result<workflow::Project> project = open_project(path);
  if (!project.ok()) return fail(project.error());
  if (!like.empty()) return search_photo(*project, like, query, json);
  return search_words(*project, words, static_cast<std::size_t>(query.k), json);
}

}  // namespace jaedan::cli
