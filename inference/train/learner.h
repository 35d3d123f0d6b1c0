#pragma once

#include <string>

#include "inference/net/segmenter.h"
#include "inference/safetensors.h"
#include "inference/train/batch_loader.h"
#include "inference/train/metrics.h"
#include "inference/train/optimizer.h"
#include "inference/train/recipe.h"
#include "labeling/domain/result.h"

namespace jaedan::inference {

struct LearnerTensors;

/// The network under training, its optimiser and the moving average of its weights (the model that is kept).
class Learner {
 public:
  /// `recipe.architecture` is a known one.
  Learner(const TrainingRecipe& recipe, torch::Device device);

  Segmenter& network() { return network_; }
  Segmenter& average() { return average_; }
  /// Those that a step moves, shared; what the recipe does not learn is left out.
  std::vector<torch::Tensor> learnt_parameters() const;
  /// Makes the average equal to the network: after weights were loaded.
  void start_average();

  /// One optimisation step; returns the loss.
  double step(const Batch& batch, double rate, double backbone_rate);
  /// The same in two halves: the loss and its gradients, which an empty batch has none of, and the step along them.
  double measure(const Batch& batch);
  void follow(double rate, double backbone_rate);

  /// Everything a later process needs to go on exactly here.
  TensorFile checkpoint() const;
  Status restore_checkpoint(const TensorFile& file, const std::string& where);

 private:
  torch::Tensor region_loss(const LearnerTensors& tensors);
  torch::Tensor reading_loss(const LearnerTensors& tensors);
  torch::Tensor told_of(const LearnerTensors& tensors) const;
  void update_average();

  const TrainingRecipe recipe_;
  torch::Device device_;
  Segmenter network_, average_;
  AdamW optimizer_;
};

/// What a network scores on the items of one split of a source, seen whole at `phase`'s size.
struct ValidationScore {
  int judged = 0;                            ///< garments, or photos for the reader; 0: there was nothing to judge by
  double merit = 0;                          ///< what chooses the best epoch, [0, 1]: miou, or that of the reader
  SegmentationScore segmentation;            ///< a network that can be told the parts is told the true ones
  ConfusionMatrix category{kCategoryCount};  ///< with the true regions
};
ValidationScore validate(Segmenter& network, const TrainingSource& source, Split split, const TrainingPhase& phase,
                         torch::Device device);
/// The same for the reader: merit is the geometric mean of the probability it gives the true sets of parts.
ValidationScore validate_reader(Segmenter& network, const TrainingSource& source, Split split,
                                const TrainingPhase& phase, torch::Device device);

}  // namespace jaedan::inference
