#pragma once

#include "inference/train/learn/recipe.h"

namespace jaedan::inference {

/// Where an epoch lies in the recipe's phases. `phase` points into the recipe.
struct EpochPlace {
  const TrainingPhase* phase;
  int epoch_in_phase;
};
/// `epoch` from 0; past the end it is the last epoch.
EpochPlace place_of(const TrainingRecipe& recipe, int epoch);

/// Of all phases together.
int epochs_of(const TrainingRecipe& recipe);

/// How long the rest of the run takes, in epochs like `epoch`, of which `part` is done: time goes with the pixels seen.
double epochs_ahead(const TrainingRecipe& recipe, int epoch, double part);

/// The learning rate: half a cosine along the phase, and a linear start of the run.
double rate_at(const TrainingRecipe& recipe, const EpochPlace& place, double part_of_epoch, int step_of_run);

}  // namespace jaedan::inference
