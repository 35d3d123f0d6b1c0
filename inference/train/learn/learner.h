#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "inference/models/safetensors.h"
#include "inference/net/torch_headers.h"
#include "inference/train/data/batch_loader.h"
#include "inference/train/learn/optimizer.h"
#include "inference/train/learn/recipe.h"
#include "inference/train/measure/head_score.h"
#include "inference/train/measure/metrics.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// What a network scores on the items of one split of a source.
struct ValidationScore {
  int judged = 0;                  ///< garments, or photos for the reader; 0: there was nothing to judge by
  double merit = 0;                ///< what chooses the best epoch, [0, 1]
  SegmentationScore segmentation;  ///< of a segmenter
  std::vector<HeadScore> heads;    ///< of a segmenter, with the true regions
};

/// Who waits while photos are prepared.
struct PreparationWatch {
  const std::atomic<bool>* cancel = nullptr;                         ///< null: nobody stops it
  std::function<void(std::size_t done, std::size_t all)> looked_at;  ///< photos; may be empty
};

/// A preparation under way: counts, tells, and is asked before each photo whether to go on.
class Preparation {
 public:
  Preparation(const std::vector<TrainingSource>& sources, const PreparationWatch& watch);
  /// kCancelled; otherwise tells how far it is.
  Status next();

 private:
  const PreparationWatch& watch_;
  std::size_t done_ = 0, all_ = 0;
};

/// The network under training, its optimiser and the moving average of its weights (the model that is kept). What is
/// learnt, and what for, is a subclass: segmenter_learner.h, figure_learner.h, click_learner.h, vector_learner.h;
/// `make_learner` chooses by the recipe.
class Learner {
 public:
  virtual ~Learner() = default;

  /// Weights to begin with: those of a model's file that fit.
  virtual Status start_from(const std::string& weights_path);
  /// ImageNet weights for the backbone alone (import_backbone).
  Status start_from_backbone(const std::string& path);
  /// Makes the average equal to the network: after weights were loaded.
  void start_average();
  /// What the photos need before they are learnt from, e.g. cutting down to what is looked at. `proposer`: folder of
  /// the model whose view of them is learnt from too; empty = none. kCancelled.
  virtual Status prepare(std::vector<TrainingSource>& sources, const std::string& proposer,
                         const PreparationWatch& watch);

  /// Those that a step moves, shared; what the recipe does not learn is left out.
  std::vector<torch::Tensor> learnt_parameters() const;
  /// One optimisation step; returns the loss.
  double step(const Batch& batch, double rate, double backbone_rate);
  /// The same in two halves: the loss and its gradients, which an empty batch has none of, and the step along them.
  double measure(const Batch& batch);
  void follow(double rate, double backbone_rate);
  /// Scores what is kept, seen at `phase`'s size.
  ValidationScore judge(const TrainingSource& source, Split split, const TrainingPhase& phase);
  /// The average by name, with the recipe's share of the start: what becomes the model's file.
  std::map<std::string, torch::Tensor> kept() const;

  /// Everything a later process needs to go on exactly here.
  TensorFile checkpoint() const;
  Status restore_checkpoint(const TensorFile& file, const std::string& where);

 protected:
  /// Both networks on `device`; of `network` what is not to be learnt requires no gradient.
  Learner(const TrainingRecipe& recipe, torch::Device device, torch::nn::Module& network, torch::nn::Module& average);

  /// Scores the average as it is.
  virtual ValidationScore validate(const TrainingSource& source, Split split, const TrainingPhase& phase) = 0;
  /// Of a batch with at least one photo, in training mode.
  virtual torch::Tensor loss_of(const Batch& batch) = 0;
  /// Gives a buffer, by its name in the weights, what no step and no average changes: in the network, in its average
  /// and in what is kept of the start.
  void settle(const std::string& name, const torch::Tensor& value);
  /// The same in every run, and after a resume: drawn from the step's number. `stream` tells uses apart.
  std::uint64_t step_seed(std::uint64_t stream) const;

  const TrainingRecipe recipe_;
  const torch::Device device_;

 private:
  void update_average();

  torch::nn::Module& network_;
  torch::nn::Module& average_;
  AdamW optimizer_;
  std::map<std::string, torch::Tensor> start_;  ///< when some of it is kept
};

/// Errors: kUnsupported for an architecture that is not known or cannot learn what the recipe asks for.
Result<std::unique_ptr<Learner>> make_learner(const TrainingRecipe& recipe, torch::Device device);

}  // namespace jaedan::inference
