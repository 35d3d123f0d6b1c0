#pragma once

#include "inference/net/torch_headers.h"

namespace jaedan::inference {

struct ConvBnOptions {
  int in = 0;
  int out = 0;
  int kernel = 1;
  int stride = 1;
  int groups = 1;
  int dilation = 1;
  bool relu6 = true;
  bool frozen_statistics = false;  ///< keep the mean and variance that came with the weights, also in training
  double eps = 1e-3;
};

/// Convolution, batch normalisation and ReLU6 in one, with TensorFlow's 'SAME' padding (an odd kernel; stride 2
/// on an even size pads right and bottom only). With frozen statistics the normalisation is folded into the
/// kernel on the way, which computes the same and touches the activations once less.
class ConvBnImpl : public torch::nn::Module {
 public:
  explicit ConvBnImpl(const ConvBnOptions& options);

  torch::Tensor forward(torch::Tensor x);
  /// Computes kernel and bias for inference once; the module must not be trained afterwards.
  void fold();

 private:
  std::pair<torch::Tensor, torch::Tensor> folded() const;
  torch::Tensor convolve(torch::Tensor x, const torch::Tensor& kernel, const torch::Tensor& bias) const;
  torch::Tensor convolve_folded(torch::Tensor x) const;

  ConvBnOptions options_;
  torch::Tensor weight_, gamma_, beta_, mean_, var_;
  torch::Tensor folded_weight_, folded_bias_;
  torch::Tensor even_weight_;  ///< folded, for even sides, with a first row and column of 0; of depthwise strides only
};
TORCH_MODULE(ConvBn);

}  // namespace jaedan::inference
