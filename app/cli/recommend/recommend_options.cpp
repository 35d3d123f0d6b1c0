#include "app/cli/recommend/recommend_options.h"

#include <CLI/CLI.hpp>
#include <utility>

#include "app/cli/output.h"
#include "app/cli/recommend/garment_terms.h"
#include "app/cli/recommend/recommended_rows.h"

namespace jaedan::cli {
void add_recommend_options(CLI::App& app, RecommendOptions& options) {
  workflow::RecommendQuery& query = options.query;
  app.add_option("PROJECT", options.project, "the project")->required();
  app.add_option("--image", options.image,
                 kImageHelp + std::string("; or the file of one that is not in the project, which the model looks at"))
      ->required();
  app.add_option("--part", options.part, "outer, top, bottom or dress (default: the largest garment)");
  app.add_option("--k", query.k, "how many")->capture_default_str()->check(CLI::Range(1, 1000));
  app.add_option(
         "--metric", query.metric,
         "by what garments are compared: cosine, euclidean or pearson of their vectors, labels (what is said of "
         "them), colour (of their pixels), cluster, or fused (the ranks of all)")
      ->capture_default_str()
      ->check(CLI::IsMember({"cosine", "euclidean", "pearson", "labels", "colour", "cluster", "fused"}));
  app.add_option(
         "--filter", options.filters,
         "ATTRIBUTE=VALUE: only garments of which this is said, or of their photos (style, season); several times: "
         "any of the values of one attribute, all attributes")
      ->allow_extra_args(false);
  app.add_option("--wardrobe", options.wardrobe, "only garments of these photos, as `jaedan list --filter`");
  app.add_option(
         "--change", options.changes,
         "ATTRIBUTE=VALUE: like it, but so (length=maxi); outfits too; several times: one change after the other")
      ->allow_extra_args(false);
  app.add_option("--like", options.likes, "PHOTO or PHOTO:PART: more like this one; may be said several times")
      ->allow_extra_args(false);
  app.add_option("--unlike", options.unlikes, "PHOTO or PHOTO:PART: less like that one, and not that one")
      ->allow_extra_args(false);
  app.add_option("--prefer", options.preferences,
                 "ATTRIBUTE=VALUE: rather so (style=casual), where garments answer equally well")
      ->allow_extra_args(false);
  app.add_option("--person", options.person, "rather what is worn on these approved photos, as `jaedan list --filter`");
  app.add_flag_callback(
      "--looks-only", [&query] { query.by_labels = false; },
      "by the looks alone; otherwise colour comes first, then category and length, where vectors are compared");
  app.add_flag("--json", options.json, "print one JSON document");
}

Status check_recommend_options(RecommendOptions& options) {
  JAEDAN_ASSIGN_OR_RETURN(options.query.part, part_option(options.part));
  for (const auto& [option, written] :
       {std::pair("--change", &options.changes), std::pair("--filter", &options.filters),
        std::pair("--prefer", &options.preferences)}) {
    for (const std::string& one : *written) JAEDAN_RETURN_IF_ERROR(check_label(option, one));
  }
  return {};
}

Result<workflow::RecommendQuery> question_of(const RecommendOptions& options, workflow::Project& project) {
  workflow::RecommendQuery query = options.query;
  const Taxonomy& taxonomy = project.taxonomy();
  JAEDAN_ASSIGN_OR_RETURN(query.changes, labels_in("--change", options.changes, taxonomy));
  JAEDAN_ASSIGN_OR_RETURN(query.filter.values, labels_in("--filter", options.filters, taxonomy));
  JAEDAN_ASSIGN_OR_RETURN(query.preferences.values, labels_in("--prefer", options.preferences, taxonomy));
  JAEDAN_ASSIGN_OR_RETURN(query.like, garments_in("--like", options.likes, project));
  JAEDAN_ASSIGN_OR_RETURN(query.unlike, garments_in("--unlike", options.unlikes, project));
  if (!options.wardrobe.empty()) {
    JAEDAN_ASSIGN_OR_RETURN(query.wardrobe, filter_in("--wardrobe", options.wardrobe, project));
  }
  if (!options.person.empty()) {
    JAEDAN_ASSIGN_OR_RETURN(query.preferences.photos, photos_in("--person", options.person, project));
  }
  JAEDAN_RETURN_IF_ERROR(choose_photo(project, options.image, query));
  return query;
}

}  // namespace jaedan::cli
