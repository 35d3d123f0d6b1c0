#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/workflow/project/project.h"
#include "inference/garments/embedder.h"
#include "inference/garments/prefiller.h"
#include "inference/models/model_card.h"
#include "labeling/review/actor.h"

namespace jaedan::workflow {

/// A model that a project (or `tag`) can use.
struct UsableModel {
  inference::ModelCard card;
  std::string folder;     ///< where model.json and the weights lie
  bool champion = false;  ///< the one in use
  bool built_in = false;  ///< came with the program
};

/// Built-in models, then the project's own. Folders whose card cannot be read are left out.
Result<std::vector<UsableModel>> list_models(const Project* project);

/// The model called `id` (one with a slash is a model's folder), or when that is empty the project's champion, or else
/// the built-in one. kNotFound names the ones there are; kUnavailable when there is none at all.
Result<UsableModel> find_model(const Project* project, const std::string& id);

/// The same among the models that answer clicks: `id`, or when that is empty the project's last by name, or else the
/// built-in one. kNotFound, kUnavailable.
Result<UsableModel> find_click_model(const Project* project, const std::string& id);

/// The same among the models that make vectors of garments.
Result<UsableModel> find_vector_model(const Project* project, const std::string& id);

/// How a model is to predict; see PrefillerOptions.
struct ModelUse {
  int threads = 1;  ///< of one operation, 0 = all cores
  bool tta = false;
  int most_readings = 3;
};

Result<std::unique_ptr<inference::Prefiller>> open_model(const UsableModel& model, const ModelUse& use = {});

/// `threads` of one operation, 0 = all cores.
Result<std::unique_ptr<inference::Embedder>> open_vector_model(const UsableModel& model, int threads = 1);

/// Reads the weights as if to use them. kCorrupt: cut off, another file than the card's, numbers that are none, shapes
/// of another network; kUnsupported. Without the model module the last of these is not looked at.
Status check_weights(const UsableModel& model);

/// Makes `id` the champion and remembers the one before; the one that is it already stays, whatever models come with
/// the program later. kNotFound; those of check_weights, and the champion stays.
/// Both: the log says that `manager` did. kForbidden for who is no manager.
Status promote_model(Project& project, const std::string& id, const Actor& manager);
/// Back to the champion before; returns its id. kNotFound when no other model was it before.
Result<std::string> rollback_model(Project& project, const Actor& manager);

}  // namespace jaedan::workflow
