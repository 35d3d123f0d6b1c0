#pragma once

#include <atomic>
#include <vector>

#include "inference/net/segmenter.h"
#include "inference/train/data/training_item.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// Cuts each photo down to its main figure (figures.h), as `network` sees it: what the reader is shown. `cancel` may be
/// null.
Status crop_to_figures(std::vector<TrainingSource>& sources, Segmenter& network, torch::Device device,
                       const std::atomic<bool>* cancel);

}  // namespace jaedan::inference
