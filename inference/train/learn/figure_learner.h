#pragma once

#include <memory>
#include <vector>

#include "inference/net/segmenter.h"
#include "inference/train/learn/learner.h"

namespace jaedan::inference {

struct LearnerTensors;

/// Learns what a segmenter's figure network says: sets of parts, the body, and what every head answers of photos and
/// garments. The segmenter itself stays as it is; it says where figures are and draws the garments of which no pixels
/// are known.
class FigureLearner final : public Learner {
 public:
  FigureLearner(const TrainingRecipe& recipe, torch::Device device, Segmenter network, Segmenter average);

  /// A figure network that has learnt nothing begins with the segmenter's backbone.
  Status start_from(const std::string& weights_path) override;
  Status prepare(std::vector<TrainingSource>& sources, const std::string& proposer,
                 const PreparationWatch& watch) override;

 private:
  /// Merit is the mean of two shares: the geometric mean of the probability given to the true sets of parts, and the
  /// right ones among the labels, head by head, with the regions that are known or drawn.
  ValidationScore validate(const TrainingSource& source, Split split, const TrainingPhase& phase) override;
  torch::Tensor loss_of(const Batch& batch) override;
  void relate_values(const std::vector<TrainingSource>& sources);
  void weigh_values(const std::vector<TrainingSource>& sources);
  /// What head `h` answers of garments or photos of these sources, against what is said of them.
  torch::Tensor loss_of_head(std::size_t h, const torch::Tensor& logits, const torch::Tensor& said,
                             const torch::Tensor& source) const;
  torch::Tensor garment_loss(const FigureView& view, const LearnerTensors& tensors);

  Segmenter network_, average_;
  const std::vector<HeadSpec> heads_;
  std::vector<torch::Tensor> offsets_;  ///< by head: sources × values (value_priors.h)
};

/// Errors: kInvalidArgument for an architecture without a figure network, and for a balance of what no head answers
/// with one value.
Result<std::unique_ptr<Learner>> make_figure_learner(const TrainingRecipe& recipe, torch::Device device);

}  // namespace jaedan::inference
