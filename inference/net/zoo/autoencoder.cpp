#include "inference/net/zoo/autoencoder.h"

#include <array>

namespace jaedan::inference {
namespace {

constexpr std::array<int, 5> kDown = {3, 32, 16, 8, 8};
constexpr std::array<int, 6> kUp = {8, 8, 8, 16, 32, 3};

template <std::size_t Size>
torch::nn::ModuleList convolutions(const std::array<int, Size>& channels) {
  torch::nn::ModuleList list;
  for (std::size_t i = 0; i + 1 < Size; ++i) {
    list->push_back(torch::nn::Conv2d(torch::nn::Conv2dOptions(channels[i], channels[i + 1], 3).padding(1)));
  }
  return list;
}

torch::Tensor enlarged(const torch::Tensor& x) {
  return at::upsample_nearest2d(x, at::IntArrayRef{x.size(2) * 2, x.size(3) * 2});
}

}  // namespace

AutoencoderImpl::AutoencoderImpl() {
  down_ = register_module("encoder", convolutions(kDown));
  up_ = register_module("decoder", convolutions(kUp));
}

torch::Tensor AutoencoderImpl::encode(const torch::Tensor& picture) {
  torch::Tensor x = picture;
  for (const auto& layer : *down_) x = at::max_pool2d(layer->as<torch::nn::Conv2d>()->forward(x).relu(), {2, 2});
  return x;
}

torch::Tensor AutoencoderImpl::decode(const torch::Tensor& code) {
  torch::Tensor x = code;
  for (std::size_t i = 0; i + 1 < up_->size(); ++i) {
    x = enlarged(up_[i]->as<torch::nn::Conv2d>()->forward(x).relu());
  }
  return up_[up_->size() - 1]->as<torch::nn::Conv2d>()->forward(x).tanh();
}

}  // namespace jaedan::inference
