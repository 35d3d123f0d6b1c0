#include "inference/net/mobilenet_v2.h"

namespace jaedan::inference {

InvertedResidualImpl::InvertedResidualImpl(int in, int out, int stride, int expansion, bool frozen_statistics)
    : shortcut_(stride == 1 && in == out) {
  const int wide = in * expansion;
  std::vector<ConvBnOptions> options;
  if (expansion != 1) options.push_back({in, wide, 1, 1, 1, 1, true, frozen_statistics});
  options.push_back({wide, wide, 3, stride, wide, 1, true, frozen_statistics});
  options.push_back({wide, out, 1, 1, 1, 1, false, frozen_statistics});
  torch::nn::ModuleList block;
  for (const ConvBnOptions& step : options) {
    steps_.emplace_back(step);
    block->push_back(steps_.back());
  }
  register_module("block", block);
}

torch::Tensor InvertedResidualImpl::forward(const torch::Tensor& x) {
  torch::Tensor y = x;
  for (ConvBn& step : steps_) y = step->forward(y);
  return shortcut_ ? y + x : y;
}

MobileNetV2Impl::MobileNetV2Impl(bool frozen_statistics) {
  struct Stage {
    int expansion, channels, repeats, stride;
  };
  constexpr Stage kStages[] = {{1, 16, 1, 1}, {6, 24, 2, 2},  {6, 32, 3, 2}, {6, 64, 4, 2},
                               {6, 96, 3, 1}, {6, 160, 3, 2}, {6, 320, 1, 1}};
  torch::nn::ModuleList features;
  stem_ = ConvBn(ConvBnOptions{3, 32, 3, 2, 1, 1, true, frozen_statistics});
  features->push_back(stem_);
  int in = 32;
  for (const Stage& stage : kStages) {
    for (int i = 0; i < stage.repeats; ++i) {
      const int stride = i == 0 ? stage.stride : 1;
      blocks_.emplace_back(in, stage.channels, stride, stage.expansion, frozen_statistics);
      features->push_back(blocks_.back());
      in = stage.channels;
    }
  }
  register_module("features", features);
}

Pyramid MobileNetV2Impl::forward(const torch::Tensor& image) {
  Pyramid pyramid;
  torch::Tensor x = stem_->forward(image);
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    x = blocks_[i]->forward(x);
    // The last block of each scale: 16, 24, 32, 96 and 320 channels.
    if (i == 0) pyramid.at2 = x;
    if (i == 2) pyramid.at4 = x;
    if (i == 5) pyramid.at8 = x;
    if (i == 12) pyramid.at16 = x;
  }
  pyramid.at32 = x;
  return pyramid;
}

}  // namespace jaedan::inference
