#include "app/workflow/recommend/search_like.h"

#include <functional>
#include <optional>
#include <set>
#include <utility>

#include "app/workflow/recommend/model_choice.h"

namespace jaedan::workflow {
namespace {

using Ask = std::function<Result<Recommendations>(const RecommendQuery& query)>;

Result<std::vector<Recommendations>> ask_for_each(const std::set<Part>& parts, RecommendQuery query, const Ask& ask) {
  std::vector<Recommendations> found;
  std::optional<Error> first_error;
  for (const Part part : parts) {
    query.part = part;
    Result<Recommendations> of_part = ask(query);
    if (of_part.ok()) {
      found.push_back(std::move(of_part).value());
    } else if (of_part.error().code != ErrorCode::kNotFound) {
      return of_part.error();
    } else if (!first_error) {
      first_error = of_part.error();
    }
  }
  if (!found.empty()) return found;
  if (first_error) return *first_error;
  query.part.reset();  // no part at all: the sentence that says so
  JAEDAN_ASSIGN_OR_RETURN(Recommendations largest, ask(query));
  found.push_back(std::move(largest));
  return found;
}

Result<std::vector<Recommendations>> like_outside(Project& project, GarmentCatalogues& catalogues,
                                                  const RecommendQuery& query, const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const OutsidePhoto outside, look_outside(project, query.outside));
  std::set<Part> parts;
  if (!outside.prediction.readings.empty()) {
    for (const Proposal& garment : outside.prediction.readings.front().garments) parts.insert(garment.part);
  }
  return ask_for_each(parts, query, [&](const RecommendQuery& of_part) {
    return recommend_outside(project, catalogues, outside, of_part, Patience::kWhole, watch);
  });
}

}  // namespace

Result<std::vector<Recommendations>> search_like(Project& project, const RecommendQuery& query, const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string wanted, wanted_model(project, query.photo));
  GarmentCatalogues catalogues;      // loaded once for all parts
  catalogues.note_complete(wanted);  // the whole answer, by the best model there is
  if (!query.outside.empty()) return like_outside(project, catalogues, query, watch);
  JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, project.store().annotation(query.photo));
  std::set<Part> parts;
  for (const Garment& garment : annotation.garments) parts.insert(garment.part);
  return ask_for_each(parts, query, [&](const RecommendQuery& of_part) {
    return recommend(project, catalogues, of_part, Patience::kWhole, watch);
  });
}

}  // namespace jaedan::workflow
