#pragma once

#include <vector>

#include "inference/net/segmenter.h"
#include "inference/train/data/training_item.h"
#include "inference/train/learn/learner.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// Whether garments of which no pixels are known get some.
enum class FigureOutlines {
  kKnown,  ///< no
  kDrawn,  ///< where `network` sees them, told which parts are worn; a part that it does not see stays without
};

/// Cuts each photo down to its main figure (figures.h), as `network` sees it: what is shown to who reads figures. Crops
/// stay as they are. kCancelled.
Status crop_to_figures(std::vector<TrainingSource>& sources, Segmenter& network, torch::Device device,
                       FigureOutlines outlines, const PreparationWatch& watch);

}  // namespace jaedan::inference
