#include "inference/net/segmenter.h"

#include "inference/segmentation_classes.h"

namespace jaedan::inference {
namespace {

constexpr int kWide = 128;   // channels at 1/32 to 1/8
constexpr int kNarrow = 64;  // channels at 1/4, where they are dear

ConvBnOptions pointwise(int in, int out, bool relu6 = true) { return {in, out, 1, 1, 1, 1, relu6}; }
ConvBnOptions depthwise(int channels, int dilation = 1) { return {channels, channels, 3, 1, channels, dilation}; }

torch::Tensor resize_to(const torch::Tensor& x, const torch::Tensor& like) {
  return at::upsample_bilinear2d(x, {like.size(2), like.size(3)}, false);
}

// Weighted mean of the features under each mask: N×C×h×w, R×1×h×w → R×C.
torch::Tensor pool(const torch::Tensor& features, const torch::Tensor& masks, const torch::Tensor& photo) {
  const torch::Tensor weights = at::adaptive_avg_pool2d(masks, {features.size(2), features.size(3)}).flatten(1);
  const torch::Tensor chosen = features.index_select(0, photo).flatten(2);
  return at::bmm(chosen, weights.unsqueeze(2)).squeeze(2) / (weights.sum(1, true) + 1e-4);
}

}  // namespace

SegmenterImpl::SegmenterImpl(bool frozen_backbone_statistics) {
  const auto add = [this](const char* name, const ConvBnOptions& options) {
    return register_module(name, ConvBn(options));
  };
  backbone_ = register_module("backbone", MobileNetV2(frozen_backbone_statistics));
  reduce_ = add("reduce", pointwise(320, kWide));
  near_ = add("near", depthwise(kWide, 1));
  middle_ = add("middle", depthwise(kWide, 2));
  far_ = add("far", depthwise(kWide, 4));
  join_ = add("join", pointwise(4 * kWide, kWide, false));
  global_ = register_module("global", torch::nn::Linear(320, kWide));
  global_to_context_ = register_module("global_to_context", torch::nn::Linear(kWide, kWide));
  presence_ = register_module("presence", torch::nn::Linear(kWide, kPartCount));
  lateral16_ = add("lateral16", pointwise(96, kWide, false));
  filter16_ = add("filter16", depthwise(kWide));
  mix16_ = add("mix16", pointwise(kWide, kWide));
  lateral8_ = add("lateral8", pointwise(32, kWide, false));
  filter8_ = add("filter8", depthwise(kWide));
  mix8_ = add("mix8", pointwise(kWide, kWide));
  narrow_ = add("narrow", pointwise(kWide, kNarrow, false));
  lateral4_ = add("lateral4", pointwise(24, kNarrow, false));
  filter4_ = add("filter4", depthwise(kNarrow));
  mix4_ = add("mix4", pointwise(kNarrow, kNarrow));
  filter4b_ = add("filter4b", depthwise(kNarrow));
  classify_pixels_ =
      register_module("classify_pixels", torch::nn::Conv2d(torch::nn::Conv2dOptions(kNarrow, kPixelClassCount, 1)));
  category_ = register_module("category", torch::nn::Linear(kDescriptionSize, kCategoryCount));
}

torch::Tensor SegmenterImpl::decode_step(const torch::Tensor& coarse, const torch::Tensor& skip, ConvBn& lateral,
                                         ConvBn& filter, ConvBn& mix) {
  const torch::Tensor side = lateral->forward(skip);
  return mix->forward(filter->forward((resize_to(coarse, side) + side).relu_()));
}

SegmenterOutput SegmenterImpl::forward(const torch::Tensor& image) {
  const Pyramid pyramid = backbone_->forward(image);
  const torch::Tensor whole = global_->forward(pyramid.at32.mean({2, 3})).relu();

  const torch::Tensor x = reduce_->forward(pyramid.at32);
  const torch::Tensor views = at::cat({x, near_->forward(x), middle_->forward(x), far_->forward(x)}, 1);
  SegmenterOutput out;
  out.context = (join_->forward(views) + global_to_context_->forward(whole).unsqueeze(2).unsqueeze(3)).relu();
  const torch::Tensor at16 = decode_step(out.context, pyramid.at16, lateral16_, filter16_, mix16_);
  out.features = decode_step(at16, pyramid.at8, lateral8_, filter8_, mix8_);
  const torch::Tensor at4 = decode_step(narrow_->forward(out.features), pyramid.at4, lateral4_, filter4_, mix4_);
  out.logits = classify_pixels_->forward(filter4b_->forward(at4));
  out.presence = presence_->forward(whole);
  return out;
}

torch::Tensor SegmenterImpl::describe(const SegmenterOutput& output, const torch::Tensor& masks,
                                      const torch::Tensor& photo) {
  return at::cat({pool(output.features, masks, photo), pool(output.context, masks, photo)}, 1);
}

torch::Tensor SegmenterImpl::classify(const torch::Tensor& description) { return category_->forward(description); }

void SegmenterImpl::fold() {
  for (const auto& module : modules(/*include_self=*/false)) {
    if (auto* layer = module->as<ConvBnImpl>()) layer->fold();
  }
  torch::NoGradGuard no_grad;
  classify_pixels_->weight.set_data(classify_pixels_->weight.contiguous(at::MemoryFormat::ChannelsLast));
}

}  // namespace jaedan::inference
