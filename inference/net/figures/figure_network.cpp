#include "inference/net/figures/figure_network.h"

#include "inference/garments/body.h"
#include "inference/garments/part_set.h"
#include "inference/net/figures/graph_head.h"
#include "inference/net/half_precision.h"
#include "inference/net/layers/mean_under.h"
#include "inference/net/layers/undecided.h"
#include "inference/net/trunk.h"

namespace jaedan::inference {
namespace {

constexpr int kFar = 256;     // channels at 1/32,
constexpr int kMiddle = 128;  // at 1/16
constexpr int kNear = 128;    // and at 1/8
constexpr int kFine = 24;     // the backbone's own at 1/4
constexpr int kShades = 48;
constexpr int kColour = 3;
constexpr int kWorn = kBodyPartCount - 1;  // parts of the body, without what is none
constexpr int kByBody = 256;
constexpr int kWhole = 2 * kFar + kByBody;
constexpr int kGarment = 256;
// Means at four scales, the spread of what is fine and of the colours, and how body and garment cover each other.
constexpr int kSeen = kNear + kMiddle + kFar + 2 * kFine + 2 * kColour + kShades + 2 * kBodyPartCount + kPartCount;
constexpr double kFigureDropout = 0.2, kGarmentDropout = 0.3;  // learning only

torch::nn::AnyModule answering(const HeadSpec& head, int64_t in) {
  const auto values = static_cast<int64_t>(head.values.size());
  return head.graph ? torch::nn::AnyModule(GraphHead(in, values)) : torch::nn::AnyModule(undecided(in, values));
}

/// What R garments see of one scale: its cells' weights, computed once for all that lies at that scale.
class Scale {
 public:
  Scale(const torch::Tensor& like, const AskedGarments& garments)
      : cells_(cells_under(garments.masks, like)), figure_(garments.figure) {}

  torch::Tensor mean(const torch::Tensor& features) const {
    return mean_under(features.to(at::kFloat), cells_, figure_);
  }
  /// R×2C: mean and standard deviation.
  torch::Tensor spread(const torch::Tensor& features) const {
    const torch::Tensor plain = features.to(at::kFloat), middle = mean(plain);
    const torch::Tensor variance = mean(plain.square()) - middle.square();
    return at::cat({middle, (variance.clamp_min(0) + 1e-6).sqrt()}, 1);
  }
  /// R×16: how much of the garment lies on each part of the body, and how much of each part it covers.
  torch::Tensor cover(const torch::Tensor& body) const {
    const torch::Tensor share = at::softmax(body, 1);  // N×8×h×w
    const torch::Tensor of_garment = mean(share);
    const torch::Tensor covered = of_garment * (cells_.sum(1, true) + kLeastCells);
    return at::cat({of_garment, covered / (share.index_select(0, figure_).sum({2, 3}) + 1)}, 1);
  }

 private:
  const torch::Tensor cells_, figure_;
};

}  // namespace

// A head may be called as one of the other layers.
std::string figure_layer_of(const HeadSpec& head) { return "head_" + head.attribute; }

FigureNetworkImpl::FigureNetworkImpl(bool frozen_statistics, const std::vector<HeadSpec>& heads) {
  backbone_ = register_module("backbone", MobileNetV2(frozen_statistics));
  far_ = register_module("far", Pointwise(320, kFar));
  middle_ = register_module("middle", Pointwise(96, kMiddle));
  far_to_middle_ = register_module("far_to_middle", Pointwise(kFar, kMiddle));
  near_ = register_module("near", Pointwise(32, kNear));
  body_ = register_module("body", Pointwise(kMiddle, kBodyPartCount));
  key_points_ = register_module("key_points", Pointwise(kMiddle, kKeyPointCount));
  not_seen_ = register_module("not_seen", torch::nn::Linear(2 * kFar, kKeyPointCount));
  shade_ = register_module("shade", Pointwise(kColour, kShades));
  shades_ = register_module("shades", Pointwise(kShades, kShades));
  by_body_ = register_module("by_body", torch::nn::Linear(kWorn * (kMiddle + kColour), kByBody));
  sets_ = register_module("sets", undecided(kWhole, kPartSetCount));
  for (const HeadSpec& head : heads) {
    if (head.scope == HeadScope::kGarment) known_values_ += static_cast<int64_t>(head.values.size());
  }
  garment_ = register_module("garment", torch::nn::Linear(kSeen, kGarment));
  figure_of_garment_ = register_module("figure_of_garment", torch::nn::Linear(kWhole, kGarment));
  known_of_garment_ = register_module("known_of_garment",
                                      torch::nn::Linear(torch::nn::LinearOptions(known_values_, kGarment).bias(false)));
  for (const HeadSpec& head : heads) {
    scopes_.push_back(head.scope);
    heads_.push_back(answering(head, head.scope == HeadScope::kPhoto ? kWhole : kGarment));
    register_module(figure_layer_of(head), heads_.back().ptr());
  }
}

torch::Tensor FigureNetworkImpl::worn_by_body(const FigureView& view) {
  const torch::Tensor share = at::softmax(view.body, 1).slice(1, 1).flatten(2);  // N×7×P
  const torch::Tensor colours = at::adaptive_avg_pool2d(view.colours, {view.middle.size(2), view.middle.size(3)});
  const torch::Tensor seen = at::cat({view.middle.to(at::kFloat), colours}, 1).flatten(2);  // N×C×P
  const torch::Tensor mean = [&] {
    const WholePrecision whole;
    return at::bmm(share, seen.transpose(1, 2)) / (share.sum(2, true) + 1);
  }();
  return by_body_->forward(mean.flatten(1)).relu();
}

FigureView FigureNetworkImpl::look(const torch::Tensor& figure) {
  FigureView view;
  view.pyramid = backbone_->forward(figure);
  view.far = far_->forward(view.pyramid.at32).relu();
  const torch::Tensor side = middle_->forward(view.pyramid.at16);
  view.middle = (side + resize_to(far_to_middle_->forward(view.far), side)).relu();
  view.near = near_->forward(view.pyramid.at8).relu();
  view.colours = at::avg_pool2d(figure, 4);
  view.shades = shades_->forward(shade_->forward(view.colours).relu()).relu();
  view.body = body_->forward(view.middle).to(at::kFloat);
  const torch::Tensor from_afar = at::cat({view.far.mean({2, 3}), view.far.amax({2, 3})}, 1);
  view.key_points =
      at::cat({key_points_->forward(view.middle).flatten(2), not_seen_->forward(from_afar).unsqueeze(2)}, 2)
          .to(at::kFloat);
  view.whole = at::cat({from_afar.to(at::kFloat), worn_by_body(view).to(at::kFloat)}, 1);
  const torch::Tensor kept = at::dropout(view.whole, kFigureDropout, is_training());
  view.sets = sets_->forward(kept).to(at::kFloat);
  for (std::size_t h = 0; h < heads_.size(); ++h) {
    view.photo.push_back(scopes_[h] == HeadScope::kPhoto ? heads_[h].forward(kept).to(at::kFloat) : torch::Tensor());
  }
  return view;
}

torch::Tensor FigureNetworkImpl::describe(const FigureView& view, const AskedGarments& garments) const {
  const WholePrecision whole;
  const Scale at4(view.colours, garments), at8(view.near, garments), at16(view.middle, garments),
      at32(view.far, garments);
  return at::cat({at8.mean(view.near), at16.mean(view.middle), at32.mean(view.far), at4.spread(view.pyramid.at4),
                  at4.spread(view.colours), at4.mean(view.shades), at16.cover(view.body), garments.parts},
                 1);
}

std::vector<torch::Tensor> FigureNetworkImpl::label(const FigureView& view, const AskedGarments& garments) {
  const torch::Tensor whole = view.whole.index_select(0, garments.figure);
  const torch::Tensor all = (garment_->forward(describe(view, garments)) + figure_of_garment_->forward(whole) +
                             known_of_garment_->forward(garments.known))
                                .relu();
  const torch::Tensor kept = at::dropout(all, kGarmentDropout, is_training());
  std::vector<torch::Tensor> answers;
  for (std::size_t h = 0; h < heads_.size(); ++h) {
    answers.push_back(scopes_[h] == HeadScope::kGarment ? heads_[h].forward(kept).to(at::kFloat) : torch::Tensor());
  }
  return answers;
}

}  // namespace jaedan::inference
