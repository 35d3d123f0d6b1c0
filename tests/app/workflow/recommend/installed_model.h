#pragma once

#include <filesystem>
#include <string>

#include "app/workflow/project/project.h"
#include "inference/models/model_card.h"
#include "labeling/base/file_system.h"
#include "tests/support/matchers.h"

namespace jaedan::testing {

/// Puts a model that makes vectors into the project, by its card; it has no weights that could be opened.
inline void install_vector_model(const workflow::Project& project, const std::string& id) {
  const std::string folder = project.place().models_dir() + "/" + id;
  std::filesystem::create_directories(folder);
  EXPECT_OK(disk().write_atomically(folder + "/model.safetensors", "none"));
  inference::ModelCard card;
  card.id = id;
  card.role = inference::ModelRole::kVectors;
  card.architecture = "vectors-128";
  EXPECT_OK(inference::write_model_card(folder, card));
}

}  // namespace jaedan::testing
