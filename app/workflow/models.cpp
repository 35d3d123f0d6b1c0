#include "app/workflow/models.h"

#include <algorithm>

#include "inference/registry.h"
#include "labeling/io/assets.h"

namespace jaedan::workflow {
namespace {

/// Ids of promoted models, one a line, the present champion last. Empty: the built-in model is in use.
constexpr const char* kChampionsSetting = "champions";

std::string last_line(const std::string& lines) {
  const std::size_t end = lines.rfind('\n');
  return end == std::string::npos ? lines : lines.substr(end + 1);
}

Result<std::string> champion_of(const Project* project) {
  if (!project) return std::string();
  JAEDAN_ASSIGN_OR_RETURN(const std::string champions, project->store().setting(kChampionsSetting));
  return last_line(champions);
}

std::string names_of(const std::vector<UsableModel>& models) {
  std::string names;
  for (const UsableModel& model : models) names += (names.empty() ? "" : ", ") + model.card.id;
  return names.empty() ? "none" : names;
}

}  // namespace

Result<std::vector<UsableModel>> list_models(const Project* project) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string assets, labeling::assets_dir());
  JAEDAN_ASSIGN_OR_RETURN(const std::string champion, champion_of(project));
  const std::string built_in_root = assets + "/models";
  std::vector<std::string> roots = {built_in_root};
  if (project) roots.push_back(project->models_dir());

  std::vector<UsableModel> models;
  for (const inference::InstalledModel& found : inference::list_models(roots).models) {
    UsableModel model;
    model.card = found.card;
    model.folder = found.folder;
    model.built_in = found.folder.rfind(built_in_root, 0) == 0;
    // Without a promoted model the first built-in one is in use.
    model.champion = champion.empty() ? models.empty() && model.built_in : found.card.id == champion;
    models.push_back(std::move(model));
  }
  return models;
}

Result<UsableModel> find_model(const Project* project, const std::string& id) {
  if (id.find('/') != std::string::npos) {
    JAEDAN_ASSIGN_OR_RETURN(inference::ModelCard card, inference::read_model_card(id));
    return UsableModel{std::move(card), id};
  }
  JAEDAN_ASSIGN_OR_RETURN(std::vector<UsableModel> models, list_models(project));
  if (models.empty()) return Error{ErrorCode::kUnavailable, "there is no model: assets/models is empty"};
  const auto wanted = std::find_if(models.begin(), models.end(), [&id](const UsableModel& model) {
    return id.empty() ? model.champion : model.card.id == id;
  });
  if (wanted != models.end()) return std::move(*wanted);
  return Error{ErrorCode::kNotFound,
               (id.empty() ? "the champion of this project is gone" : "there is no model '" + id + "'") +
                   std::string("; there is: ") + names_of(models)};
}

Result<std::unique_ptr<inference::Prefiller>> open_model(const UsableModel& model, const ModelUse& use) {
  inference::PrefillerOptions options;
  options.model_folder = model.folder;
  options.threads = use.threads;
  options.tta = use.tta;
  options.most_readings = use.most_readings;
  return inference::open_prefiller(options);
}

Status check_weights(const UsableModel& model) {
  JAEDAN_RETURN_IF_ERROR(inference::read_model_weights(model.folder, model.card));
  // Whether they fit the network, only the network can say.
  const auto opened = open_model(model);
  const bool is_sound = opened.ok() || opened.error().code == ErrorCode::kUnavailable;
  return is_sound ? Status{} : Status{opened.error()};
}

Status promote_model(Project& project, const std::string& id) {
  JAEDAN_ASSIGN_OR_RETURN(const UsableModel model, find_model(&project, id));
  if (model.champion) return {};
  JAEDAN_RETURN_IF_ERROR(check_weights(model));
  JAEDAN_ASSIGN_OR_RETURN(std::string champions, project.store().setting(kChampionsSetting));
  if (champions.empty()) {
    // Remember the built-in model as the one before.
    JAEDAN_ASSIGN_OR_RETURN(const UsableModel before, find_model(&project, ""));
    champions = before.card.id;
  }
  return project.store().set_setting(kChampionsSetting, champions + "\n" + model.card.id);
}

Result<std::string> rollback_model(Project& project) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string champions, project.store().setting(kChampionsSetting));
  const std::size_t end = champions.rfind('\n');
  if (end == std::string::npos) {
    return Error{ErrorCode::kNotFound, "no model was promoted in this project, so there is none to go back to"};
  }
  const std::string before = champions.substr(0, end);
  JAEDAN_RETURN_IF_ERROR(project.store().set_setting(kChampionsSetting, before));
  return last_line(before);
}

}  // namespace jaedan::workflow
