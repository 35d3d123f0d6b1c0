#include "inference/net/zoo/resnet.h"

#include <string>

namespace jaedan::inference {
namespace {

constexpr int kStemChannels = 64;
constexpr int kStages = 4, kBlocksAStage = 2;

torch::nn::Conv2d convolution(int in, int out, int kernel, int stride) {
  return torch::nn::Conv2d(torch::nn::Conv2dOptions(in, out, kernel).stride(stride).padding(kernel / 2).bias(false));
}

}  // namespace

ResNetBlockImpl::ResNetBlockImpl(int in, int out, int stride) {
  conv1_ = register_module("conv1", convolution(in, out, 3, stride));
  bn1_ = register_module("bn1", torch::nn::BatchNorm2d(out));
  conv2_ = register_module("conv2", convolution(out, out, 3, 1));
  bn2_ = register_module("bn2", torch::nn::BatchNorm2d(out));
  if (stride == 1 && in == out) return;
  downsample_ = register_module("downsample",
                                torch::nn::Sequential(convolution(in, out, 1, stride), torch::nn::BatchNorm2d(out)));
}

torch::Tensor ResNetBlockImpl::forward(const torch::Tensor& x) {
  const torch::Tensor around = downsample_.is_empty() ? x : downsample_->forward(x);
  const torch::Tensor half = bn1_->forward(conv1_->forward(x)).relu_();
  return (bn2_->forward(conv2_->forward(half)) + around).relu_();
}

ResNet18Impl::ResNet18Impl() {
  conv1_ = register_module("conv1", convolution(3, kStemChannels, 7, 2));
  bn1_ = register_module("bn1", torch::nn::BatchNorm2d(kStemChannels));
  int in = kStemChannels;
  for (int stage = 0; stage < kStages; ++stage) {
    const int out = kStemChannels << stage;
    torch::nn::Sequential blocks;
    for (int block = 0; block < kBlocksAStage; ++block) {
      blocks->push_back(ResNetBlock(in, out, stage > 0 && block == 0 ? 2 : 1));
      in = out;
    }
    layers_.push_back(register_module("layer" + std::to_string(stage + 1), blocks));
  }
}

torch::Tensor ResNet18Impl::forward(const torch::Tensor& image) {
  torch::Tensor x = bn1_->forward(conv1_->forward(image)).relu_();
  x = at::max_pool2d(x, {3, 3}, {2, 2}, {1, 1});
  for (torch::nn::Sequential& layer : layers_) x = layer->forward(x);
  return x;
}

}  // namespace jaedan::inference
