#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/open_project.h"
#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/workflow/predict/recommend_items.h"
#include "app/workflow/project/attribute_word.h"
#include "app/workflow/project/find_photo.h"
#include "app/workflow/project/photo_files.h"
#include "labeling/base/utf8.h"

namespace jaedan::cli {
namespace {

/// Null for a photo that the project does not have.
nlohmann::json id_json(const Photo& photo) { return photo.id ? nlohmann::json(photo.id.value) : nlohmann::json(); }

nlohmann::json to_json(const workflow::RecommendedItem& item) {
  return {{"photo", item.photo.name},
          {"photo_id", id_json(item.photo)},
          {"garment", item.photo.id ? nlohmann::json(item.garment.value) : nlohmann::json()},
          {"part", id_of(item.part)},
          {"score", item.score},
          {"reason", item.reason},
          {"box", {item.box.x, item.box.y, item.box.width, item.box.height}}};
}

nlohmann::json to_json(const workflow::Recommendations& found) {
  nlohmann::json document = {
      {"query", to_json(found.query)}, {"similar", nlohmann::json::array()}, {"outfits", nlohmann::json::array()}};
  for (const auto& item : found.similar) document["similar"].push_back(to_json(item));
  for (const auto& outfit : found.outfits) {
    nlohmann::json parts = nlohmann::json::array();
    for (const auto& item : outfit.goes_with) parts.push_back(to_json(item));
    document["outfits"].push_back({{"photo", outfit.photo.name},
                                   {"photo_id", outfit.photo.id.value},
                                   {"score", outfit.score},
                                   {"reason", outfit.reason},
                                   {"match", to_json(outfit.match)},
                                   {"goes_with", parts}});
  }
  return document;
}

constexpr std::size_t kWidestName = 40;

/// In one line, and cut where it would push the columns apart.
std::string short_name(const std::string& name) {
  const std::vector<std::uint32_t> letters = utf8_codes(one_line(name));
  if (letters.size() <= kWidestName) return one_line(name);
  std::string text;
  for (std::size_t i = 0; i + 1 < kWidestName; ++i) append_utf8(text, letters[i]);
  return text + "…";
}

/// Names of one column, filled up to the longest.
class NameColumn {
 public:
  void look_at(const std::string& name) { width_ = std::max(width_, utf8_codes(short_name(name)).size()); }
  std::string cell(const std::string& name) const {
    const std::string text = short_name(name);
    return text + std::string(width_ - utf8_codes(text).size(), ' ');
  }

 private:
  std::size_t width_ = 0;
};

void print(const workflow::Recommendations& found, bool by_labels) {
  NameColumn names;
  for (const auto& item : found.similar) names.look_at(item.photo.name);
  for (const auto& outfit : found.outfits) names.look_at(outfit.photo.name);
  std::printf("score: 1 at best; %s\n",
              by_labels ? "the same colour counts most, then category and length, then the likeness of the looks and "
                          "further labels"
                        : "the likeness of the looks");
  std::printf("like %s of %s:\n", std::string(id_of(found.query.part)).c_str(),
              one_line(found.query.photo.name).c_str());
  for (const auto& item : found.similar) {
    std::printf("  %5.3f  %s  %s\n", item.score, names.cell(item.photo.name).c_str(), item.reason.c_str());
  }
  std::printf("outfits with something like it:\n");
  for (const auto& outfit : found.outfits) {
    std::string with;
    for (const auto& item : outfit.goes_with) with += (with.empty() ? "" : ", ") + std::string(id_of(item.part));
    std::printf("  %5.3f  %s  goes with its %s – %s\n", outfit.score, names.cell(outfit.photo.name).c_str(),
                with.c_str(), outfit.reason.c_str());
  }
}

}  // namespace

int cmd_recommend(const Arguments& arguments) {
  CLI::App app("Finds garments like one of a photo, and outfits that go with it, among the approved photos.",
               "recommend");
  std::string path;
  std::string image;
  std::string part;
  std::string change;
  workflow::RecommendQuery query;
  bool json = false;
  app.add_option("PROJECT", path, "the project")->required();
  app.add_option("--image", image,
                 kImageHelp + std::string("; or the file of one that is not in the project, which the model looks at"))
      ->required();
  app.add_option("--part", part, "outer, top, bottom or dress (default: the largest garment)");
  app.add_option("--k", query.k, "how many")->capture_default_str()->check(CLI::Range(1, 1000));
  app.add_option("--metric", query.metric, "cosine, euclidean or pearson")
      ->capture_default_str()
      ->check(CLI::IsMember({"cosine", "euclidean", "pearson"}));
  app.add_option("--change", change, "ATTRIBUTE=VALUE: like it, but so (length=maxi); outfits too");
  app.add_flag_callback(
      "--looks-only", [&query] { query.by_labels = false; },
      "by the looks alone; otherwise colour comes first, then category and length");
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  if (!part.empty()) {
    query.part = part_from_id(part);
    if (!query.part) {
      return fail(
          {ErrorCode::kInvalidArgument, "cli.wrong_part", "--part is outer, top, bottom or dress, not '{0}'", {part}});
    }
  }
  const std::size_t equals = change.find('=');
  if (!change.empty() && equals == std::string::npos) {
    return fail({ErrorCode::kInvalidArgument, "cli.wrong_change", "--change takes ATTRIBUTE=VALUE"});
  }
  Result<workflow::Project> project = open_project(path);
  if (!project.ok()) return fail(project.error());
  if (!change.empty()) {
    const auto word =
        workflow::find_attribute_word(change.substr(0, equals), change.substr(equals + 1), project->taxonomy());
    if (!word.ok()) return fail(word.error().with_context("--change"));
    query.change_attribute = word->attribute;
    query.change_value = word->value;
  }
  const Result<Photo> photo = workflow::find_photo(*project, image);
  if (photo.ok()) {
    query.photo = photo->id;
  } else if (photo.error().code == ErrorCode::kNotFound && workflow::check_source(image).ok()) {
    query.outside = image;
  } else {
    return fail(photo.error());
  }
  Console console;
  const Result<workflow::Recommendations> found = workflow::recommend(*project, query, console.watch());
  if (!found.ok()) return fail(found.error());
  if (json) {
    print_json(to_json(*found));
  } else {
    print(*found, query.by_labels);
  }
  return kDone;
}

}  // namespace jaedan::cli
