#pragma once

#include <vector>

#include "inference/net/torch_headers.h"

namespace jaedan::inference {

/// Two 3×3 convolutions around which the input is led (He et al., CVPR 2016); a 1×1 convolution on that way where the
/// shape changes. Layers are called as torchvision's: conv1, bn1, conv2, bn2, downsample.0, downsample.1.
class ResNetBlockImpl : public torch::nn::Module {
 public:
  ResNetBlockImpl(int in, int out, int stride);
  torch::Tensor forward(const torch::Tensor& x);

 private:
  torch::nn::Conv2d conv1_{nullptr}, conv2_{nullptr};
  torch::nn::BatchNorm2d bn1_{nullptr}, bn2_{nullptr};
  torch::nn::Sequential downsample_{nullptr};
};
TORCH_MODULE(ResNetBlock);

/// ResNet-18 without its classifier, under torchvision's names: conv1, bn1, layerI.K. Input N×3×H×W, normalised as the
/// caller's weights expect it.
class ResNet18Impl : public torch::nn::Module {
 public:
  static constexpr int kChannels = 512;

  ResNet18Impl();
  torch::Tensor forward(const torch::Tensor& image);  ///< N×512×H/32×W/32

 private:
  torch::nn::Conv2d conv1_{nullptr};
  torch::nn::BatchNorm2d bn1_{nullptr};
  std::vector<torch::nn::Sequential> layers_;
};
TORCH_MODULE(ResNet18);

}  // namespace jaedan::inference
