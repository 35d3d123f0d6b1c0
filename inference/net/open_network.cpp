#include "inference/net/open_network.h"

#include <utility>

#include "inference/net/weights.h"

namespace jaedan::inference {
namespace {

// The rest of opening: weights into a fresh network of the card's architecture.
template <typename Opened, typename Network>
Result<Opened> with_weights(const std::string& folder, ModelCard card, Network network, const torch::Device& device) {
  JAEDAN_ASSIGN_OR_RETURN(const TensorFile weights, read_model_weights(folder, card));
  JAEDAN_RETURN_IF_ERROR(restore(weights, "", state_of(*network), folder + "/" + card.weights));
  network->eval();
  network->fold();
  network->to(device);
  return Opened{std::move(card), std::move(network)};
}

template <typename Opened, typename Work>
Result<Opened> guarded(const std::string& folder, const Work& work) {
  try {
    return work();
  } catch (const std::exception& e) {
    return Error{ErrorCode::kInternal, folder + ": " + e.what()};
  }
}

}  // namespace

Result<OpenedNetwork> open_network(const std::string& folder, const torch::Device& device) {
  return guarded<OpenedNetwork>(folder, [&]() -> Result<OpenedNetwork> {
    JAEDAN_ASSIGN_OR_RETURN(ModelCard card, read_model_card(folder));
    if (card.architecture == kClickArchitecture) {
      return Error{ErrorCode::kUnsupported, "model '" + card.id + "' answers clicks; it does not look for garments"};
    }
    const std::optional<SegmenterOptions> architecture = segmenter_options(card.architecture);
    if (!architecture) {
      return Error{ErrorCode::kUnsupported,
                   "model '" + card.id + "' has the unknown architecture '" + card.architecture + "'"};
    }
    return with_weights<OpenedNetwork>(folder, std::move(card), Segmenter(*architecture), device);
  });
}

Result<OpenedClicker> open_clicker(const std::string& folder, const torch::Device& device) {
  return guarded<OpenedClicker>(folder, [&]() -> Result<OpenedClicker> {
    JAEDAN_ASSIGN_OR_RETURN(ModelCard card, read_model_card(folder));
    if (card.architecture != kClickArchitecture) {
      return Error{ErrorCode::kUnsupported,
                   "model '" + card.id + "' does not answer clicks: its architecture is '" + card.architecture + "'"};
    }
    return with_weights<OpenedClicker>(folder, std::move(card), Clicker(), device);
  });
}

}  // namespace jaedan::inference
