#pragma once

#include <string>
#include <vector>

#include "inference/models/safetensors.h"
#include "inference/train/data/training_item.h"
#include "inference/train/learn/recipe.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// Where a run stands between two steps, besides what the network and its optimiser know.
struct RunPlace {
  int epoch = 0;             ///< from 0; the one that is under way
  int step = 0;              ///< steps of it that are done
  int step_of_run = 0;       ///< steps done since the start
  double loss_sum = 0;       ///< of the epoch's steps
  double epoch_seconds = 0;  ///< spent on the epoch, over all sessions
  double best_miou = 0;
  int best_epoch = 0;  ///< from 1; 0: none yet
};

/// What a run learns from and how: a checkpoint of another one cannot be gone on from.
struct RunIdentity {
  std::string recipe;  ///< JSON without what does not change the result (device, threads)
  std::string data;    ///< fingerprint of every photo, label, split and share
  std::string start;   ///< SHA-256 of the weights it began with; empty: none
  /// The same of the segmenter whose masks are corrected, where one was named.
  std::string proposer;
};

/// Looks at every pixel: about a second for a gigabyte of photos.
RunIdentity identity_of(const TrainingRecipe& recipe, const std::vector<TrainingSource>& sources);

/// Puts both into the words of a checkpoint. Numbers survive bit by bit.
void write_place(TensorFile& checkpoint, const RunPlace& place, const RunIdentity& identity);

/// Reads the place back. kConflict, naming what differs, when the checkpoint belongs to another recipe, architecture,
/// data or start; kCorrupt when it says nothing of either. `where` stands in messages.
Result<RunPlace> read_place(const TensorFile& checkpoint, const RunIdentity& identity, const std::string& where);

}  // namespace jaedan::inference
