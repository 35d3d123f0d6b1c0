#pragma once

#include <map>
#include <string>

#include "inference/garments/figures.h"
#include "inference/garments/preprocess.h"
#include "inference/models/model_card.h"
#include "inference/train/data/training_item.h"
#include "inference/train/run/trainer.h"

namespace jaedan::inference {

using PartMetrics = std::map<std::string, std::map<std::string, double>>;
/// As ModelCard::part_metrics.
PartMetrics part_metrics_of(const SegmentationScore& score);

/// The sizes at which a model sees photos and figures.
struct SeenSizes {
  InputSize photo;
  InputSize figure = kReaderSize;
};

/// The card of what a run has made so far: sizes, figures from its report (none before it was measured), data by kind
/// and count; device and threads as the recipe asked for them.
ModelCard card_of(const TrainingOptions& options, const SeenSizes& seen, const TrainingReport& report,
                  const std::vector<TrainingSource>& sources);

}  // namespace jaedan::inference
