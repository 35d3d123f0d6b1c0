#include "app/workflow/recommend/model_choice.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "app/workflow/models/models.h"

namespace jaedan::workflow {
namespace {

/// More approved photos are some seconds and a hundred megabytes that nobody has asked for.
constexpr std::int64_t kMostWarmedUp = 20000;

/// Others that may have vectors of the project's garments, the newest that are made for it first.
Result<std::vector<std::string>> stand_ins_for(Project& project, const std::string& wanted, PhotoId photo) {
  std::vector<std::string> ids;
  const auto add = [&](const std::string& id) {
    if (id != wanted && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  };
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<UsableModel> models, list_models(&project));
  for (auto model = models.rbegin(); model != models.rend(); ++model) {
    if (model->card.role == inference::ModelRole::kVectors) add(model->card.id);
  }
  for (const UsableModel& model : models) {
    if (model.champion) add(model.card.id);
  }
  if (!photo) return ids;
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Prediction> seen, project.store().prediction(photo));
  if (seen) add(seen->model_id);
  return ids;
}

}  // namespace

Result<std::string> wanted_model(Project& project, PhotoId photo) {
  if (const auto model = find_vector_model(&project, ""); model.ok()) return model->card.id;
  if (photo) {
    JAEDAN_ASSIGN_OR_RETURN(const std::optional<Prediction> seen, project.store().prediction(photo));
    if (seen) return seen->model_id;
  }
  JAEDAN_ASSIGN_OR_RETURN(const UsableModel champion, find_model(&project, ""));
  return champion.card.id;
}

Result<ModelChoice> choose_model(Project& project, GarmentCatalogues& catalogues, PhotoId photo) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string wanted, wanted_model(project, photo));
  if (catalogues.is_complete(wanted)) return ModelChoice{wanted, {}};
  JAEDAN_ASSIGN_OR_RETURN(const std::int64_t there, project.store().count_embeddings(wanted));
  std::string best = wanted;
  std::int64_t most = there;
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<std::string> stand_ins, stand_ins_for(project, wanted, photo));
  for (const std::string& id : stand_ins) {
    JAEDAN_ASSIGN_OR_RETURN(const std::int64_t count, project.store().count_embeddings(id));
    if (count <= most) continue;
    best = id;
    most = count;
  }
  if (best == wanted) {
    if (most > 0) catalogues.note_complete(wanted);
    return ModelChoice{wanted, {}};
  }
  return ModelChoice{best, Message{"recommend.model_stands_in",
                                   "compared by '{0}' until '{1}' has seen all garments; it has seen {2} of {3}",
                                   {best, wanted, there, most}}};
}

Status warm_up(Project& project, GarmentCatalogues& catalogues, const Watch& watch) {
  labeling::PhotoFilter approved;
  approved.state = WorkflowState::kApproved;
  JAEDAN_ASSIGN_OR_RETURN(const std::int64_t photos, project.store().count(approved));
  if (photos == 0 || photos > kMostWarmedUp) return {};
  JAEDAN_ASSIGN_OR_RETURN(const ModelChoice choice, choose_model(project, catalogues, {}));
  return catalogues.of(choice.id).refresh(project, Patience::kRead, watch);
}

Status turn_to_model(Project& project, GarmentCatalogues& catalogues, const std::string& model_id, const Watch& watch) {
  if (catalogues.is_complete(model_id)) return {};
  if (!catalogues.empty()) {  // else a first question will read them
    JAEDAN_RETURN_IF_ERROR(catalogues.of(model_id).refresh(project, Patience::kRead, watch));
  }
  catalogues.note_complete(model_id);
  return {};
}

}  // namespace jaedan::workflow
