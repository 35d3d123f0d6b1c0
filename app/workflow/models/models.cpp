#include "app/workflow/models/models.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "app/workflow/audit/change_note.h"
#include "app/workflow/people/acting_user.h"
#include "inference/models/registry.h"
#include "inference/torch/open_model.h"
#include "labeling/io/assets.h"

namespace jaedan::workflow {
namespace {

/// Empty: the built-in model is in use.
Result<std::string> champion_of(const Project* project) {
  if (!project) return std::string();
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<std::string> champions, project->store().champions());
  return champions.empty() ? std::string() : champions.back();
}

bool answers_clicks(const UsableModel& model) { return model.card.role == inference::ModelRole::kClicks; }
bool makes_vectors(const UsableModel& model) { return model.card.role == inference::ModelRole::kVectors; }
bool looks_for_garments(const UsableModel& model) { return model.card.role == inference::ModelRole::kSegments; }

std::string names_of(const std::vector<UsableModel>& models) {
  std::string names;
  for (const UsableModel& model : models) names += (names.empty() ? "" : ", ") + model.card.id;
  return names;
}

/// Of one role; the project's own come last, in the order of their names.
Result<std::vector<UsableModel>> models_that(bool (*do_it)(const UsableModel&), const Project* project) {
  JAEDAN_ASSIGN_OR_RETURN(std::vector<UsableModel> models, list_models(project));
  models.erase(std::remove_if(models.begin(), models.end(), std::not_fn(do_it)), models.end());
  return models;
}

/// Of some models the one called `id`, or the last when that is empty.
std::optional<UsableModel> named_or_last(const std::vector<UsableModel>& models, const std::string& id) {
  if (id.empty()) return models.back();
  const auto wanted =
      std::find_if(models.begin(), models.end(), [&id](const UsableModel& model) { return model.card.id == id; });
  return wanted == models.end() ? std::nullopt : std::optional<UsableModel>(*wanted);
}

}  // namespace

Result<std::vector<UsableModel>> list_models(const Project* project) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string assets, labeling::assets_dir());
  JAEDAN_ASSIGN_OR_RETURN(const std::string champion, champion_of(project));
  const std::string built_in_root = assets + "/models";
  std::vector<std::string> roots = {built_in_root};
  if (project) roots.push_back(project->place().models_dir());

  std::vector<UsableModel> models;
  for (const inference::InstalledModel& found : inference::list_models(roots).models) {
    UsableModel model;
    model.card = found.card;
    model.folder = found.folder;
    model.built_in = found.folder.rfind(built_in_root, 0) == 0;
    // Without a promoted model the first built-in segmenter is in use.
    const bool has_champion =
        std::any_of(models.begin(), models.end(), [](const UsableModel& known) { return known.champion; });
    const bool is_default = !has_champion && model.built_in && looks_for_garments(model);
    model.champion = champion.empty() ? is_default : found.card.id == champion;
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
  if (models.empty()) return Error{ErrorCode::kUnavailable, "models.none", "there is no model: assets/models is empty"};
  const auto wanted = std::find_if(models.begin(), models.end(), [&id](const UsableModel& model) {
    return id.empty() ? model.champion : model.card.id == id;
  });
  if (wanted != models.end()) return std::move(*wanted);
  if (id.empty()) {
    return Error{ErrorCode::kNotFound,
                 "models.champion_gone",
                 "the champion of this project is gone; there is: {0}",
                 {names_of(models)}};
  }
  return Error{
      ErrorCode::kNotFound, "models.unknown", "there is no model '{0}'; there is: {1}", {id, names_of(models)}};
}

Result<UsableModel> find_click_model(const Project* project, const std::string& id) {
  if (id.find('/') != std::string::npos) return find_model(project, id);
  JAEDAN_ASSIGN_OR_RETURN(const auto models, models_that(answers_clicks, project));
  if (models.empty()) {
    return Error{ErrorCode::kUnavailable, "models.none_for_clicks", "there is no model that answers clicks"};
  }
  if (const auto model = named_or_last(models, id)) return *model;
  return Error{ErrorCode::kNotFound,
               "models.unknown_for_clicks",
               "there is no model '{0}' that answers clicks; there is: {1}",
               {id, names_of(models)}};
}

Result<UsableModel> find_vector_model(const Project* project, const std::string& id) {
  if (id.find('/') != std::string::npos) return find_model(project, id);
  JAEDAN_ASSIGN_OR_RETURN(const auto models, models_that(makes_vectors, project));
  if (models.empty()) {
    return Error{ErrorCode::kUnavailable, "models.none_for_vectors",
                 "there is no model that makes vectors of garments"};
  }
  if (const auto model = named_or_last(models, id)) return *model;
  return Error{ErrorCode::kNotFound,
               "models.unknown_for_vectors",
               "there is no model '{0}' that makes vectors of garments; there is: {1}",
               {id, names_of(models)}};
}

Result<std::unique_ptr<inference::Prefiller>> open_model(const UsableModel& model, const ModelUse& use) {
  inference::PrefillerOptions options;
  options.model_folder = model.folder;
  options.threads = use.threads;
  options.tta = use.tta;
  options.most_readings = use.most_readings;
  return inference::open_prefiller(options);
}

Result<std::unique_ptr<inference::Embedder>> open_vector_model(const UsableModel& model, int threads) {
  return inference::open_embedder({model.folder, "", threads, inference::Device::kCpu});
}

Status check_weights(const UsableModel& model) {
  JAEDAN_RETURN_IF_ERROR(inference::read_model_weights(model.folder, model.card));
  // Whether they fit the network, only the network can say.
  const auto verdict = [](const auto& opened) {
    return opened.ok() || opened.error().code == ErrorCode::kUnavailable ? Status{} : Status{opened.error()};
  };
  if (answers_clicks(model))
    return verdict(inference::open_interactive({model.folder, 1, inference::Device::kCpu, {}}));
  if (makes_vectors(model)) return verdict(open_vector_model(model));
  return verdict(open_model(model));
}

Status promote_model(Project& project, const std::string& id, const Actor& manager) {
  JAEDAN_RETURN_IF_ERROR(check_may(project, manager, Deed::kManage));
  JAEDAN_ASSIGN_OR_RETURN(const UsableModel model, find_model(&project, id));
  if (!looks_for_garments(model)) {
    return Error{ErrorCode::kInvalidArgument,
                 "models.looks_for_no_garments",
                 "'{0}' looks for no garments, which is what the champion is for",
                 {id}};
  }
  JAEDAN_RETURN_IF_ERROR(check_weights(model));
  labeling::Store& store = project.store();
  return store.batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<std::string> champions, store.champions());
    if (model.champion && !champions.empty()) return {};
    if (champions.empty() && !model.champion) {
      // Remember the built-in model as the one before.
      JAEDAN_ASSIGN_OR_RETURN(const UsableModel before, find_model(&project, ""));
      JAEDAN_RETURN_IF_ERROR(store.push_champion(before.card.id, change_note(manager, ProjectDeed::kAdoptBuiltIn)));
    }
    return store.push_champion(model.card.id, change_note(manager, ProjectDeed::kPromote));
  });
}

Result<std::string> rollback_model(Project& project, const Actor& manager) {
  JAEDAN_RETURN_IF_ERROR(check_may(project, manager, Deed::kManage));
  labeling::Store& store = project.store();
  std::string before;
  const Status done = store.batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<std::string> champions, store.champions());
    if (champions.size() < 2) {
      return Error{ErrorCode::kNotFound, "models.no_way_back",
                   "no other model was the champion of this project before, so there is none to go back to"};
    }
    before = champions[champions.size() - 2];
    return store.pop_champion(change_note(manager, ProjectDeed::kRollback));
  });
  if (!done.ok()) return done.error();
  return before;
}

}  // namespace jaedan::workflow
