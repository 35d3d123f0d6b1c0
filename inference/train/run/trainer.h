#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "inference/train/data/data_folder.h"
#include "inference/train/learn/recipe.h"
#include "inference/train/learn/worker_place.h"
#include "inference/train/measure/click_trials.h"
#include "inference/train/measure/metrics.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

struct TrainingProgress {
  int epoch = 0;  ///< from 1
  int epochs = 0;
  int step = 0;  ///< within the epoch, from 1
  int steps = 0;
  double loss = 0;               ///< mean since the epoch's start
  double val_miou = -1;          ///< of the last finished epoch, or what chooses a reader (learner.h); −1 before
  double best_miou = -1;         ///< the best so far
  double seconds_left = 0;       ///< for the whole run, from the speed so far
  double photos_per_second = 0;  ///< learnt from, in this epoch and session
  double waited_share = 0;       ///< of that time the network waited for photos
};

struct TrainingOptions {
  TrainingRecipe recipe;
  std::vector<DataFolder> folders;
  std::string backbone;    ///< ImageNet weights (.pt of backbones/) for a fresh start; empty = none
  std::string start_from;  ///< model.safetensors to go on from; wins over `backbone`
  std::string proposer;    ///< folder of the segmenter whose masks are corrected (clicks); empty = the start's, if one
  /// Folder for checkpoint.safetensors, training.csv (training_log.h), model.safetensors, model.json; made if missing.
  std::string output;
  std::string model_id;  ///< for the card
  std::string description;
  std::string data_terms;  ///< what the data's owners ask for
  /// Continue from the checkpoint in `output`, exactly where it was written; without one, begin.
  bool resume = false;
  double checkpoint_minutes = 5;  ///< between two checkpoints within an epoch; 0 = none
  int checkpoint_steps = 0;       ///< the same in steps; 0 = none
  /// Each process takes its share of every batch: the recipe's batch is that of all together. The decoder's batch
  /// statistics are those of a process's own share; what is kept are those of rank 0.
  WorkerPlace workers;
  std::function<void(std::size_t done, std::size_t all)> preparing;  ///< photos, before the first step; may be empty
  std::function<void(const TrainingProgress&)> progress;             ///< called on the training thread after every step
  const std::atomic<bool>* cancel = nullptr;                         ///< of one process stops all
};

struct TrainingReport {
  double best_miou = 0;
  int best_epoch = 0;
  int epochs = 0;
  double seconds = 0;
  SegmentationScore score;                      ///< of the best epoch on val
  std::map<std::string, double> head_accuracy;  ///< of the best epoch on val, with true regions; as accuracy_name
  std::optional<ClickScore> clicks_on_parts;    ///< of a model for clicks, on val
  std::optional<ClickScore> clicks_on_others;   ///< the same on pieces that are no garment parts
  std::optional<double> precision_at_10;        ///< of vectors: of the best epoch on val (learn/vector_learner.h)
  std::vector<double> epoch_losses;             ///< mean loss of each epoch that was finished in this call
  std::string weights_path;
};

/// Trains with the module jaedan_torch, leaves a model folder (weights and card) in `output`, and measures it there as
/// people will use it, on the val photos of the first folder that has any (complete_model.h). Errors: those of the
/// folders and of load_torch_module; kCancelled (a checkpoint of the last step stays); kConflict when `resume` finds a
/// checkpoint of another recipe, architecture or data; kUnavailable when several workers cannot meet; kInternal with
/// LibTorch's own words.
Result<TrainingReport> train_model(const TrainingOptions& options);

}  // namespace jaedan::inference
