#pragma once

#include <memory>

#include "inference/garments/prefiller.h"
#include "inference/net/open_network.h"
#include "inference/train/learn/click_start.h"
#include "inference/train/learn/learner.h"

namespace jaedan::inference {

/// Learns to answer clicks from simulated people. A few clicks are answered first without learning, so that the last
/// ones, which are learnt from, meet the network's own mistakes (iterative training, Mahadevan et al., 2018; RITM).
class ClickLearner final : public Learner {
 public:
  ClickLearner(const TrainingRecipe& recipe, torch::Device device, Clicker network, Clicker average);

  /// Pieces are found, photos without any are left out, and what `proposer` takes for their parts is noted as a
  /// proposal.
  Status prepare(std::vector<TrainingSource>& sources, const std::string& proposer,
                 const PreparationWatch& watch) override;

 private:
  /// Merit is the mean IoU after one, two and three clicks in a view of one piece of each photo.
  ValidationScore validate(const TrainingSource& source, Split split, const TrainingPhase& phase) override;
  torch::Tensor loss_of(const Batch& batch) override;
  torch::Tensor decode(Clicker& network, const ClickView& view, const std::vector<ClickState>& states) const;

  Clicker network_, average_;
};

/// Errors: as make_learner.
Result<std::unique_ptr<Learner>> make_click_learner(const TrainingRecipe& recipe, torch::Device device);

}  // namespace jaedan::inference
