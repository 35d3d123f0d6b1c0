#pragma once

#include "inference/model_card.h"
#include "inference/train/trainer.h"

namespace jaedan::inference {

/// The card of what a run has made so far: sizes from its phase, figures from its report, data by kind and count.
ModelCard card_of(const TrainingOptions& options, const TrainingPhase& phase, const TrainingReport& report,
                  const std::vector<TrainingSource>& sources);

}  // namespace jaedan::inference
