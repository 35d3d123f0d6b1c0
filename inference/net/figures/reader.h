#pragma once

#include <vector>

#include "inference/models/head_spec.h"
#include "inference/net/layers/pointwise.h"
#include "inference/net/mobilenet_v2.h"

namespace jaedan::inference {

struct ReaderOutput {
  torch::Tensor sets;  ///< N×16 logits, one a PartSet (part_set.h)
  /// N×values logits of each head, each on its own: is such a garment in the photo; they teach and are not shown.
  std::vector<torch::Tensor> heads;
};

/// Tells which parts a figure wears from the whole of it, small: whether this is a dress or a top with a skirt is seen
/// from afar, and a network that only answers that learns it from photos without a single mask. MobileNetV2, then mean
/// and maximum over the picture. Input N×3×H×W, RGB, [−1, 1], the figure in a frame of `kReaderSize` (figures.h).
class ReaderImpl : public torch::nn::Module {
 public:
  ReaderImpl(bool frozen_statistics, const std::vector<HeadSpec>& heads);
  /// A fresh one is undecided: all its answers are 0.
  bool has_learnt() const { return sets_->weight.count_nonzero().item<int64_t>() != 0; }
  ReaderOutput forward(const torch::Tensor& figure);

 private:
  MobileNetV2 backbone_{nullptr};
  Pointwise look_{nullptr};
  torch::nn::Linear sets_{nullptr};
  std::vector<torch::nn::Linear> heads_;
};
TORCH_MODULE(Reader);

}  // namespace jaedan::inference
