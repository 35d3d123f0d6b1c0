#pragma once

#include <string>
#include <vector>

#include "inference/models/model_card.h"

namespace jaedan::inference {

/// A model on disk.
struct InstalledModel {
  ModelCard card;
  std::string folder;
};

/// What `list_models` found, and the folders it could not read, each with its reason.
struct ModelList {
  std::vector<InstalledModel> models;  ///< by root in the order given, then by id
  std::vector<Error> unreadable;
};

/// Models are folders with a model.json directly below a root (assets/models, PROJECT/models). A root that does
/// not exist holds none. Of two models with one id the first root's wins. Which model a project uses is the
/// project's business.
ModelList list_models(const std::vector<std::string>& roots);

}  // namespace jaedan::inference
