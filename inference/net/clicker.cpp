#include "inference/net/clicker.h"

#include "inference/clicks/click_hints.h"

namespace jaedan::inference {
namespace {

constexpr int kWide = kTrunkChannels;  // at 1/32 to 1/8
constexpr int kAt4 = 64;
constexpr int kAt2 = 32;
constexpr int kHeard = 32;     // channels that hints become
constexpr int kLikeness = 64;  // length of the vectors that cells are compared by
constexpr int kCompared = 3;   // with what was added, what was removed, what is taken for the object

}  // namespace

ClickerImpl::ClickerImpl(bool frozen_backbone_statistics) : TrunkImpl(frozen_backbone_statistics) {
  likeness_ = register_module("likeness", Pointwise(kWide, kLikeness));
  hear4_ = add_layer("hear4", {kHintPlanes, kHeard, 3});
  hear8_ = add_layer("hear8", {kHeard, kHeard, 3, 2});
  enter8_ = add_layer("enter8", pointwise(kHeard + kCompared, kWide, false));
  join8_ = add_layer("join8", depthwise(kWide));
  mix_in8_ = add_layer("mix_in8", pointwise(kWide, kWide));
  down16_ = add_layer("down16", depthwise(kWide, 1, 2));
  mix_in16_ = add_layer("mix_in16", pointwise(kWide, kWide));
  down32_ = add_layer("down32", depthwise(kWide, 1, 2));
  mix_in32_ = add_layer("mix_in32", pointwise(kWide, kWide));
  spread_ = register_module("spread", WholeView(kWide, 4));
  keep16_ = add_layer("keep16", pointwise(kWide, kWide, false));
  out_filter16_ = add_layer("out_filter16", depthwise(kWide));
  out_mix16_ = add_layer("out_mix16", pointwise(kWide, kWide));
  keep8_ = add_layer("keep8", pointwise(kWide, kWide, false));
  out_filter8_ = add_layer("out_filter8", depthwise(kWide));
  out_mix8_ = add_layer("out_mix8", pointwise(kWide, kWide));
  thin4_ = add_layer("thin4", pointwise(kWide, kAt4, false));
  keep4_ = add_layer("keep4", pointwise(24 + kHeard, kAt4, false));
  out_filter4_ = add_layer("out_filter4", depthwise(kAt4));
  out_mix4_ = add_layer("out_mix4", pointwise(kAt4, kAt4));
  thin2_ = add_layer("thin2", pointwise(kAt4, kAt2, false));
  keep2_ = add_layer("keep2", pointwise(16, kAt2, false));
  out_filter2_ = add_layer("out_filter2", depthwise(kAt2));
  out_mix2_ = add_layer("out_mix2", pointwise(kAt2, kAt2));
  answer_ = register_module("answer", Pointwise(kAt2, 1));
}

ClickView ClickerImpl::encode(const torch::Tensor& image) {
  const Pyramid pyramid = backbone_->forward(image);
  ClickView view;
  view.at2 = pyramid.at2, view.at4 = pyramid.at4;
  view.context = context_of(pyramid).cells;
  view.at16 = up_to_16(view.context, pyramid);
  view.at8 = up_to_8(view.at16, pyramid);
  const torch::Tensor raw = likeness_->forward(view.at8);
  view.likeness = raw / raw.norm(2, 1, true).clamp_min(1e-6);
  return view;
}

// How much every cell resembles what was clicked on: N×3×H/8×W/8, in [−1, 1]; 0 where nothing was.
torch::Tensor ClickerImpl::compare(const ClickView& view, const torch::Tensor& hints) {
  const torch::Tensor chosen =
      at::cat({hints.slice(1, kAddNarrow, kAddNarrow + 1), hints.slice(1, kRemoveNarrow, kRemoveNarrow + 1),
               hints.slice(1, kBefore, kBefore + 1)},
              1);
  const torch::Tensor weights = at::adaptive_avg_pool2d(chosen, {view.likeness.size(2), view.likeness.size(3)});
  const torch::Tensor cells = view.likeness.flatten(2);                           // N×64×P
  const torch::Tensor sums = at::bmm(weights.flatten(2), cells.transpose(1, 2));  // N×3×64
  const torch::Tensor means = sums / (weights.flatten(2).sum(2, true) + 1e-4);
  return at::bmm(means, cells).view(weights.sizes());
}

torch::Tensor ClickerImpl::decode(const ClickView& view, const torch::Tensor& hints) {
  const torch::Tensor heard4 = hear4_->forward(hints.contiguous(at::MemoryFormat::ChannelsLast));
  const torch::Tensor entering = enter8_->forward(at::cat({hear8_->forward(heard4), compare(view, hints)}, 1));
  const torch::Tensor in8 = mix_in8_->forward(join8_->forward((view.at8 + entering).relu()));
  const torch::Tensor in16 = (mix_in16_->forward(down16_->forward(in8)) + view.at16).relu();
  const torch::Tensor in32 = (mix_in32_->forward(down32_->forward(in16)) + view.context).relu();
  const torch::Tensor out32 = spread_->forward(in32);
  const torch::Tensor out16 = decode_step(out32, in16, keep16_, out_filter16_, out_mix16_);
  const torch::Tensor out8 = decode_step(out16, in8, keep8_, out_filter8_, out_mix8_);
  const torch::Tensor out4 =
      decode_step(thin4_->forward(out8), at::cat({view.at4, heard4}, 1), keep4_, out_filter4_, out_mix4_);
  const torch::Tensor out2 = decode_step(thin2_->forward(out4), view.at2, keep2_, out_filter2_, out_mix2_);
  return answer_->forward(out2);
}

}  // namespace jaedan::inference
