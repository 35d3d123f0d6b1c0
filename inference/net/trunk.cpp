#include "inference/net/trunk.h"

namespace jaedan::inference {

torch::Tensor resize_to(const torch::Tensor& x, const torch::Tensor& like) {
  return at::upsample_bilinear2d(x, {like.size(2), like.size(3)}, false);
}

TrunkImpl::TrunkImpl(bool frozen_backbone_statistics) {
  constexpr int kWide = kTrunkChannels;
  backbone_ = register_module("backbone", MobileNetV2(frozen_backbone_statistics));
  reduce_ = add_layer("reduce", pointwise(320, kWide));
  near_ = add_layer("near", depthwise(kWide, 1));
  middle_ = add_layer("middle", depthwise(kWide, 2));
  far_ = add_layer("far", depthwise(kWide, 4));
  join_ = add_layer("join", pointwise(4 * kWide, kWide, false));
  global_ = register_module("global", torch::nn::Linear(320, kWide));
  global_to_context_ = register_module("global_to_context", torch::nn::Linear(kWide, kWide));
  lateral16_ = add_layer("lateral16", pointwise(96, kWide, false));
  filter16_ = add_layer("filter16", depthwise(kWide));
  mix16_ = add_layer("mix16", pointwise(kWide, kWide));
  lateral8_ = add_layer("lateral8", pointwise(32, kWide, false));
  filter8_ = add_layer("filter8", depthwise(kWide));
  mix8_ = add_layer("mix8", pointwise(kWide, kWide));
}

TrunkImpl::Context TrunkImpl::context_of(const Pyramid& pyramid) {
  Context context;
  context.whole = global_->forward(pyramid.at32.mean({2, 3})).relu();
  const torch::Tensor x = reduce_->forward(pyramid.at32);
  const torch::Tensor views = at::cat({x, near_->forward(x), middle_->forward(x), far_->forward(x)}, 1);
  context.cells = (join_->forward(views) + global_to_context_->forward(context.whole).unsqueeze(2).unsqueeze(3)).relu();
  return context;
}

torch::Tensor TrunkImpl::up_to_16(const torch::Tensor& context, const Pyramid& pyramid) {
  return decode_step(context, pyramid.at16, lateral16_, filter16_, mix16_);
}

torch::Tensor TrunkImpl::up_to_8(const torch::Tensor& at16, const Pyramid& pyramid) {
  return decode_step(at16, pyramid.at8, lateral8_, filter8_, mix8_);
}

torch::Tensor TrunkImpl::decode_step(const torch::Tensor& coarse, const torch::Tensor& skip, ConvBn& lateral,
                                     ConvBn& filter, ConvBn& mix) {
  const torch::Tensor side = lateral->forward(skip);
  return mix->forward(filter->forward((resize_to(coarse, side) + side).relu_()));
}

void TrunkImpl::fold_layers() {
  for (const auto& module : modules(/*include_self=*/false)) {
    if (auto* layer = module->as<ConvBnImpl>()) layer->fold();
  }
}

}  // namespace jaedan::inference
