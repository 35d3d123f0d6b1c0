#include "inference/net/open_network.h"

#include <utility>

#include "inference/net/weights.h"

namespace jaedan::inference {

Result<OpenedNetwork> open_network(const std::string& folder, const torch::Device& device) {
  try {
    JAEDAN_ASSIGN_OR_RETURN(ModelCard card, read_model_card(folder));
    const std::optional<SegmenterOptions> architecture = segmenter_options(card.architecture);
    if (!architecture) {
      return Error{ErrorCode::kUnsupported,
                   "model '" + card.id + "' has the unknown architecture '" + card.architecture + "'"};
    }
    JAEDAN_ASSIGN_OR_RETURN(const TensorFile weights, read_model_weights(folder, card));
    Segmenter network(*architecture);
    JAEDAN_RETURN_IF_ERROR(restore(weights, "", state_of(*network), folder + "/" + card.weights));
    network->eval();
    network->fold();
    network->to(device);
    return OpenedNetwork{std::move(card), std::move(network)};
  } catch (const std::exception& e) {
    return Error{ErrorCode::kInternal, folder + ": " + e.what()};
  }
}

}  // namespace jaedan::inference
