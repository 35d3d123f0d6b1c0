#pragma once

#include <string>

#include "inference/clicks/interactive.h"
#include "inference/models/model_card.h"
#include "inference/net/clicker.h"
#include "inference/net/segmenter.h"
#include "inference/net/vectors/vector_network.h"

namespace jaedan::inference {

/// A model's network with its weights, folded: for inference only.
struct OpenedNetwork {
  ModelCard card;
  Segmenter network{nullptr};  ///< never empty when opened
};

/// The same of one that answers clicks.
struct OpenedClicker {
  ModelCard card;
  Clicker network{nullptr};  ///< never empty when opened
};

/// The same of one that makes vectors.
struct OpenedVectors {
  ModelCard card;
  std::shared_ptr<VectorNetwork> network;  ///< never null when opened
};

/// Opens the model in `folder` on `device`. Errors: those of read_model_card, read_model_weights and restore
/// (weights.h); kUnsupported for an unknown architecture; kInternal with LibTorch's own words.
Result<OpenedNetwork> open_network(const std::string& folder, const torch::Device& device);
Result<OpenedClicker> open_clicker(const std::string& folder, const torch::Device& device);
Result<OpenedVectors> open_vectors(const std::string& folder, const torch::Device& device);

}  // namespace jaedan::inference
