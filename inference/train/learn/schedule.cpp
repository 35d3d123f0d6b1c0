#include "inference/train/learn/schedule.h"

#include <algorithm>
#include <cmath>

namespace jaedan::inference {
namespace {

double cost_of(const TrainingPhase& phase) { return double(phase.width) * phase.height; }

}  // namespace

EpochPlace place_of(const TrainingRecipe& recipe, int epoch) {
  for (const TrainingPhase& phase : recipe.phases) {
    if (epoch < phase.epochs) return {&phase, epoch};
    epoch -= phase.epochs;
  }
  return {&recipe.phases.back(), recipe.phases.back().epochs - 1};
}

int epochs_of(const TrainingRecipe& recipe) {
  int epochs = 0;
  for (const TrainingPhase& phase : recipe.phases) epochs += phase.epochs;
  return epochs;
}

double epochs_ahead(const TrainingRecipe& recipe, int epoch, double part) {
  double cost = 0;
  for (int e = epoch; e < epochs_of(recipe); ++e) cost += cost_of(*place_of(recipe, e).phase);
  return cost / cost_of(*place_of(recipe, epoch).phase) - part;
}

double rate_at(const TrainingRecipe& recipe, const EpochPlace& place, double part_of_epoch, int step_of_run) {
  const TrainingPhase& phase = *place.phase;
  const double progress = (place.epoch_in_phase + part_of_epoch) / phase.epochs;
  const double rate =
      phase.rate_end + (phase.rate - phase.rate_end) * 0.5 * (1 + std::cos(progress * 3.14159265358979));
  return rate * std::min(1.0, (step_of_run + 1.0) / std::max(1, recipe.warm_up_steps));
}

}  // namespace jaedan::inference
