#include "inference/net/open_network.h"

#include <utility>

#include "inference/net/layers/skip_init.h"
#include "inference/net/weights.h"

namespace jaedan::inference {
namespace {

// The rest of opening: weights into a fresh network of the card's architecture.
template <typename Opened, typename Network>
Result<Opened> with_weights(const std::string& folder, ModelCard card, Network network, const torch::Device& device) {
  JAEDAN_ASSIGN_OR_RETURN(const TensorFile weights, read_model_weights(folder, card));
  JAEDAN_RETURN_IF_ERROR(restore(weights, "", state_of(*network), folder + "/" + card.weights));
  network->eval();
  network->to(device);
  network->fold();
  return Opened{std::move(card), std::move(network)};
}

Result<Architecture> architecture_of(const ModelCard& card) {
  const auto architecture = parse_architecture(card.architecture);
  if (!architecture) return architecture.error().with_context({"net.model_named", "model '{0}'", {card.id}});
  return *architecture;
}

template <typename Opened, typename Work>
Result<Opened> without_exceptions(const std::string& folder, const Work& work) {
  try {
    const SkipInit weights_come_from_a_file;
    return work();
  } catch (const std::exception& e) {
    return Error{ErrorCode::kInternal, "net.not_opened", "{0}: {1}", {folder, e.what()}};
  }
}

}  // namespace

Result<OpenedNetwork> open_network(const std::string& folder, const torch::Device& device) {
  return without_exceptions<OpenedNetwork>(folder, [&]() -> Result<OpenedNetwork> {
    JAEDAN_ASSIGN_OR_RETURN(ModelCard card, read_model_card(folder));
    JAEDAN_ASSIGN_OR_RETURN(const Architecture architecture, architecture_of(card));
    std::optional<SegmenterOptions> options = segmenter_options(architecture);
    if (card.role != ModelRole::kSegments || !options) {
      if (card.role == ModelRole::kVectors) {
        return Error{ErrorCode::kUnsupported,
                     "net.makes_vectors_only",
                     "model '{0}' makes vectors of garments; it does not look for any",
                     {card.id}};
      }
      return Error{ErrorCode::kUnsupported,
                   "net.answers_clicks_only",
                   "model '{0}' answers clicks; it does not look for garments",
                   {card.id}};
    }
    options->heads = card.heads;
    return with_weights<OpenedNetwork>(folder, std::move(card), Segmenter(*options), device);
  });
}

Result<OpenedClicker> open_clicker(const std::string& folder, const torch::Device& device) {
  return without_exceptions<OpenedClicker>(folder, [&]() -> Result<OpenedClicker> {
    JAEDAN_ASSIGN_OR_RETURN(ModelCard card, read_model_card(folder));
    JAEDAN_ASSIGN_OR_RETURN(const Architecture architecture, architecture_of(card));
    if (card.role != ModelRole::kClicks || architecture != Architecture::kClicks) {
      return Error{ErrorCode::kUnsupported,
                   "net.answers_no_clicks",
                   "model '{0}' does not answer clicks: its architecture is '{1}'",
                   {card.id, card.architecture}};
    }
    return with_weights<OpenedClicker>(folder, std::move(card), Clicker(), device);
  });
}

Result<OpenedVectors> open_vectors(const std::string& folder, const torch::Device& device) {
  return without_exceptions<OpenedVectors>(folder, [&]() -> Result<OpenedVectors> {
    JAEDAN_ASSIGN_OR_RETURN(ModelCard card, read_model_card(folder));
    JAEDAN_ASSIGN_OR_RETURN(const Architecture architecture, architecture_of(card));
    JAEDAN_ASSIGN_OR_RETURN(auto network, make_vector_network(architecture, card.heads));
    return with_weights<OpenedVectors>(folder, std::move(card), std::move(network), device);
  });
}

}  // namespace jaedan::inference
