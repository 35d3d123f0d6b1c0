#pragma once

#include <memory>

#include "inference/net/segmenter.h"
#include "inference/train/learn/learner.h"

namespace jaedan::inference {

struct LearnerTensors;

/// Learns regions and what the heads say of them, or the readings of a segmenter's reader, by the recipe.
class SegmenterLearner final : public Learner {
 public:
  SegmenterLearner(const TrainingRecipe& recipe, torch::Device device, Segmenter network, Segmenter average);

  /// A reader that has learnt nothing begins with the backbone.
  Status start_from(const std::string& weights_path) override;
  /// A reader learns from figures, and the segmenter, which stays as it is, says where they are.
  Status prepare(std::vector<TrainingSource>& sources, const std::string& proposer,
                 const PreparationWatch& watch) override;

 private:
  /// Regions: merit is the mean IoU, and a network that can be told the parts is told the true ones. Readings: the
  /// geometric mean of the probability given to the true sets of parts.
  ValidationScore validate(const TrainingSource& source, Split split, const TrainingPhase& phase) override;
  bool learns_readings() const { return recipe_.learns == Goal::kReadings; }
  torch::Tensor loss_of(const Batch& batch) override;
  torch::Tensor region_loss(const LearnerTensors& tensors);
  torch::Tensor reading_loss(const LearnerTensors& tensors);
  torch::Tensor told_of(const LearnerTensors& tensors) const;
  ValidationScore validate_regions(const TrainingSource& source, Split split, const TrainingPhase& phase);
  ValidationScore validate_reader(const TrainingSource& source, Split split, const TrainingPhase& phase);

  Segmenter network_, average_;
  const std::vector<HeadSpec> heads_;
};

/// Errors: as make_learner.
Result<std::unique_ptr<Learner>> make_segmenter_learner(const TrainingRecipe& recipe, torch::Device device);

}  // namespace jaedan::inference
