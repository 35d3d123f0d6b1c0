#pragma once

#include <vector>

#include "inference/models/head_spec.h"
#include "inference/net/torch_headers.h"
#include "inference/train/data/batch_loader.h"

namespace jaedan::inference {

/// A batch as SegmenterLearner learns from it.
struct LearnerTensors {
  torch::Tensor image;    ///< N×3×H×W, channels last
  torch::Tensor labels;   ///< N×H/2×W/2
  torch::Tensor present;  ///< N×4
  torch::Tensor source;   ///< N: which source a photo is of
  torch::Tensor photo;    ///< R: which photo a region is in of which some head's answer is known
  torch::Tensor part;     ///< R: its part's pixel class
  struct Head {
    torch::Tensor region;    ///< K: the regions of which its answer is known
    torch::Tensor said;      ///< K×values: 1 for what is true of them, 0 for what is not
    torch::Tensor named;     ///< N×4×values: the same of every garment that is named, −1 unlabelled
    torch::Tensor photo;     ///< P: the photos of which its answer is known
    torch::Tensor of_photo;  ///< P×values: as `said`
  };
  std::vector<Head> heads;
  torch::Tensor body;        ///< N×H/16×W/16 int64: BodyPart or kUnknownBody
  torch::Tensor key_points;  ///< N×17×3: x and y in shares of the frame, score
};

/// The photo as it is, with all that is known of it and its garments: to be judged by.
Batch plain_batch(const TrainingItem& item, const Sample& sample, const std::vector<HeadSpec>& heads);

/// On the processor the image is borrowed from `batch`, which must live as long. `heads` are those of the batch.
LearnerTensors to_tensors(const Batch& batch, const std::vector<HeadSpec>& heads, torch::Device device);

/// The regions of `photo` and `part`: R×1×H/2×W/2, 1 inside.
torch::Tensor region_masks(const LearnerTensors& tensors);

}  // namespace jaedan::inference
