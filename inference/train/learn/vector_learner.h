#pragma once

#include <memory>
#include <vector>

#include "inference/net/vectors/vector_network.h"
#include "inference/train/learn/learner.h"

namespace jaedan::inference {

/// Learns vectors of garments that are cut out. A network that learns a ranking sees every garment twice, and what lies
/// near shall be the same garment, or share its values of `rank_by` (supervised contrastive loss: Khosla et al., 2020);
/// its labels are learnt beside (Jun et al., 2019). A network without one learns labels alone, an autoencoder to draw
/// the garment again.
class VectorLearner final : public Learner {
 public:
  VectorLearner(const TrainingRecipe& recipe, torch::Device device, std::shared_ptr<VectorNetwork> network,
                std::shared_ptr<VectorNetwork> average);

  /// A segmenter gives its backbone; that which has learnt labels where it has one.
  Status start_from(const std::string& weights_path) override;
  /// Cuts the garments out. `proposer`: the segmenter that draws those of which no pixels are known. kInvalidArgument
  /// without one.
  Status prepare(std::vector<TrainingSource>& sources, const std::string& proposer,
                 const PreparationWatch& watch) override;

 private:
  /// Merit is the mean over `rank_by`, and all of it at once, of the share that agrees among the ten garments of the
  /// part that lie nearest in split train.
  ValidationScore validate(const TrainingSource& source, Split split, const TrainingPhase& phase) override;
  torch::Tensor loss_of(const Batch& batch) override;

  std::shared_ptr<VectorNetwork> network_, average_;
  const std::vector<HeadSpec> heads_;
};

/// Errors: kUnsupported for an architecture that makes no vectors.
Result<std::unique_ptr<Learner>> make_vector_learner(const TrainingRecipe& recipe, torch::Device device);

}  // namespace jaedan::inference
