#pragma once

#include <vector>

#include "inference/net/layers/conv_bn.h"

namespace jaedan::inference {

/// Features of one photo at five scales: 16, 24, 32, 96 and 320 channels at 1/2, 1/4, 1/8, 1/16 and 1/32 of its size.
struct Pyramid {
  torch::Tensor at2, at4, at8, at16, at32;
};

/// Inverted residual of MobileNetV2: expand, filter each channel, project; the shortcut where shapes allow it.
class InvertedResidualImpl : public torch::nn::Module {
 public:
  InvertedResidualImpl(int in, int out, int stride, int expansion, bool frozen_statistics);
  torch::Tensor forward(const torch::Tensor& x);

 private:
  std::vector<ConvBn> steps_;
  bool shortcut_;
};
TORCH_MODULE(InvertedResidual);

/// MobileNetV2 1.0 without its classifier (Sandler et al., CVPR 2018). Input N×3×H×W, RGB, [−1, 1], sides
/// divisible by 32. Names follow the ImageNet weights: features.I.block.K.
class MobileNetV2Impl : public torch::nn::Module {
 public:
  explicit MobileNetV2Impl(bool frozen_statistics);
  Pyramid forward(const torch::Tensor& image);

 private:
  ConvBn stem_{nullptr};
  std::vector<InvertedResidual> blocks_;
};
TORCH_MODULE(MobileNetV2);

}  // namespace jaedan::inference
