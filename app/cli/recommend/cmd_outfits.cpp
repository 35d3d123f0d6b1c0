#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/open_project.h"
#include "app/cli/output.h"
#include "app/cli/recommend/garment_terms.h"
#include "app/cli/recommend/outfits_json.h"
#include "app/cli/recommend/recommended_rows.h"
#include "app/cli/verb.h"

namespace jaedan::cli {
namespace {

using workflow::OutfitQuestion;

/// What a person writes behind `outfits`.
struct OutfitOptions {
  std::string project;
  std::vector<std::string> goes_with;
  std::vector<std::string> with;
  bool missing = false;
  std::string wardrobe;
  std::vector<std::string> preferences;
  std::string person;
  int k = 10;
  bool json = false;
};

void add_outfit_options(CLI::App& app, OutfitOptions& options) {
  app.add_option("PROJECT", options.project, "the project")->required();
  auto* goes_with = app.add_option("--goes-with", options.goes_with,
                                   "PHOTO:PART: what goes with that garment; PHOTO alone: what goes with all that it "
                                   "wears, of the parts that it lacks")
                        ->allow_extra_args(false);
  auto* with = app.add_option("--with", options.with,
                              "PHOTO or PHOTO:PART: every outfit has this garment; may be said several times")
                   ->allow_extra_args(false);
  auto* missing = app.add_flag("--missing", options.missing, "what the wardrobe lacks, and what could fill the gap");
  goes_with->excludes(with)->excludes(missing);
  with->excludes(missing);
  app.add_option("--wardrobe", options.wardrobe,
                 "only approved garments of these photos, as `jaedan list --filter` (default: all)");
  app.add_option("--prefer", options.preferences, "ATTRIBUTE=VALUE: rather so (style=casual, colour=white)")
      ->allow_extra_args(false);
  app.add_option("--person", options.person, "rather what is worn on these approved photos, as `jaedan list --filter`");
  app.add_option("--k", options.k, "how many")->capture_default_str()->check(CLI::Range(1, 100));
  app.add_flag("--json", options.json, "print one JSON document");
}

Status check(const OutfitOptions& options) {
  for (const std::string& one : options.preferences) JAEDAN_RETURN_IF_ERROR(check_label("--prefer", one));
  return {};
}

Result<workflow::OutfitQuery> asked_in(const OutfitOptions& options, workflow::Project& project) {
  workflow::OutfitQuery query;
  query.k = options.k;
  query.question = !options.goes_with.empty() ? OutfitQuestion::kGoesWith
                   : options.missing          ? OutfitQuestion::kMissing
                                              : OutfitQuestion::kBest;
  const bool goes_with = query.question == OutfitQuestion::kGoesWith;
  JAEDAN_ASSIGN_OR_RETURN(query.with, garments_in(goes_with ? "--goes-with" : "--with",
                                                  goes_with ? options.goes_with : options.with, project));
  JAEDAN_ASSIGN_OR_RETURN(query.preferences.values, labels_in("--prefer", options.preferences, project.taxonomy()));
  if (!options.wardrobe.empty()) {
    JAEDAN_ASSIGN_OR_RETURN(query.wardrobe, filter_in("--wardrobe", options.wardrobe, project));
  }
  if (!options.person.empty()) {
    JAEDAN_ASSIGN_OR_RETURN(query.preferences.photos, photos_in("--person", options.person, project));
  }
  return query;
}

std::string sentence_of(const std::vector<Message>& reasons) { return one_line(joined(reasons).text()); }

void print(const std::vector<workflow::SuggestedGarment>& garments) {
  NameColumn names;
  for (const auto& one : garments) names.look_at(one.item.photo.name);
  for (const auto& one : garments) {
    std::printf("  %+6.3f  %s  %s\n", one.item.score, names.cell(one.item.photo.name).c_str(),
                sentence_of(one.reasons).c_str());
  }
}

void print(const workflow::SuggestedOutfit& outfit) {
  std::printf("%+6.3f  %s\n", outfit.score, sentence_of(outfit.reasons).c_str());
  NameColumn names;
  for (const auto& piece : outfit.pieces) names.look_at(piece.photo.name);
  for (const auto& piece : outfit.pieces) {
    std::printf("  %-6s  %s  %s\n", std::string(id_of(piece.part)).c_str(), names.cell(piece.photo.name).c_str(),
                one_line(piece.reason).c_str());
  }
}

void print(const workflow::OutfitSuggestions& found, const Taxonomy& taxonomy) {
  std::printf("score: above 0 what is worn together more often than chance, and up to 0.5 for colours that go%s\n",
              found.learnt_from == 0 ? " (nothing was learnt)" : "");
  for (const auto& one : found.with) {
    std::printf("with the %s of %s\n", std::string(id_of(one.part)).c_str(), one_line(one.photo.name).c_str());
  }
  for (const auto& one : found.beside) {
    std::printf("%s:\n", std::string(id_of(one.part)).c_str());
    print(one.garments);
  }
  for (const auto& outfit : found.outfits) print(outfit);
  for (const auto& kind : found.missing) {
    std::printf("%s: %s – %s\n", std::string(id_of(kind.part)).c_str(),
                taxonomy.name_of(kind.kind.attribute, kind.kind.value, false).c_str(),
                sentence_of(kind.reasons).c_str());
    print(kind.garments);
  }
  for (const Message& lacks : found.partial) std::fprintf(stderr, "jaedan: %s\n", one_line(lacks.text()).c_str());
}

}  // namespace

int cmd_outfits(const Arguments& arguments) {
  CLI::App app(
      "Puts outfits together from the garments of approved photos: the best ones of a wardrobe, what goes with a "
      "garment, or what a wardrobe lacks. What goes together is learnt from the photos themselves.",
      "outfits");
  OutfitOptions options;
  add_outfit_options(app, options);
  if (const auto stop = parse(app, arguments)) return *stop;
  if (const Status checked = check(options); !checked.ok()) return fail(checked.error());
  Result<workflow::Project> project = open_project(options.project);
  if (!project.ok()) return fail(project.error());
  const Result<workflow::OutfitQuery> query = asked_in(options, *project);
  if (!query.ok()) return fail(query.error());
  Console console;
  const Result<workflow::OutfitSuggestions> found = workflow::suggest_outfits(*project, *query, console.watch());
  if (!found.ok()) return fail(found.error());
  if (options.json) {
    print_json(outfits_json(*found));
  } else {
    print(*found, project->taxonomy());
  }
  return kDone;
}

}  // namespace jaedan::cli
