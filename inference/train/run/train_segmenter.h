#pragma once

#include "inference/train/run/trainer.h"

namespace jaedan::inference {

/// Trains from start to end; what TrainingModule::train does. Errors: those of the folders and of `recipe.device`,
/// kCancelled (a checkpoint of the last step stays), kConflict (a checkpoint of another training), kInternal with
/// LibTorch's own words.
Result<TrainingReport> train_segmenter(const TrainingOptions& options);

}  // namespace jaedan::inference
