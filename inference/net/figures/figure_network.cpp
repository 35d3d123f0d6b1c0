#include "inference/net/figures/figure_network.h"

#include "inference/garments/body.h"
#include "inference/garments/part_set.h"
#include "inference/net/half_precision.h"
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
constexpr double kLeastCells = 1e-3;                           // below it a mask is empty

torch::nn::Conv2d mixing(int in, int out) { return torch::nn::Conv2d(torch::nn::Conv2dOptions(in, out, 1)); }

// Starts undecided: what it knows comes from the backbone, and the first steps must not shake that.
torch::nn::Linear undecided(int in, int64_t out) {
  torch::nn::Linear linear(in, out);
  torch::NoGradGuard no_grad;
  linear->weight.zero_(), linear->bias.zero_();
  return linear;
}

torch::Tensor masks_at(const torch::Tensor& masks, const torch::Tensor& features) {
  return at::adaptive_avg_pool2d(masks, {features.size(2), features.size(3)}).flatten(1);
}

/// Of R garments, the mean of `features` (N×C×h×w) under each mask: R×C.
torch::Tensor mean_under(const torch::Tensor& features, const AskedGarments& garments) {
  const torch::Tensor weights = masks_at(garments.masks, features);
  const torch::Tensor chosen = features.index_select(0, garments.figure).flatten(2).to(at::kFloat);
  return at::bmm(chosen, weights.unsqueeze(2)).squeeze(2) / (weights.sum(1, true) + kLeastCells);
}

/// R×2C: mean and standard deviation.
torch::Tensor spread_under(const torch::Tensor& features, const AskedGarments& garments) {
  const torch::Tensor plain = features.to(at::kFloat);
  const torch::Tensor mean = mean_under(plain, garments);
  const torch::Tensor variance = mean_under(plain.square(), garments) - mean.square();
  return at::cat({mean, (variance.clamp_min(0) + 1e-6).sqrt()}, 1);
}

/// R×16: how much of the garment lies on each part of the body, and how much of each part it covers.
torch::Tensor cover(const torch::Tensor& body, const AskedGarments& garments) {
  const torch::Tensor share = at::softmax(body, 1);  // N×8×h×w
  const torch::Tensor weights = masks_at(garments.masks, share);
  const torch::Tensor chosen = share.index_select(0, garments.figure).flatten(2);
  const torch::Tensor both = at::bmm(chosen, weights.unsqueeze(2)).squeeze(2);
  return at::cat({both / (weights.sum(1, true) + kLeastCells), both / (chosen.sum(2) + 1)}, 1);
}

}  // namespace

FigureNetworkImpl::FigureNetworkImpl(bool frozen_statistics, const std::vector<HeadSpec>& heads) {
  backbone_ = register_module("backbone", MobileNetV2(frozen_statistics));
  far_ = register_module("far", mixing(320, kFar));
  middle_ = register_module("middle", mixing(96, kMiddle));
  far_to_middle_ = register_module("far_to_middle", mixing(kFar, kMiddle));
  near_ = register_module("near", mixing(32, kNear));
  body_ = register_module("body", mixing(kMiddle, kBodyPartCount));
  key_points_ = register_module("key_points", mixing(kMiddle, kKeyPointCount));
  not_seen_ = register_module("not_seen", torch::nn::Linear(2 * kFar, kKeyPointCount));
  shade_ = register_module("shade", mixing(kColour, kShades));
  shades_ = register_module("shades", mixing(kShades, kShades));
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
    const int in = head.scope == HeadScope::kPhoto ? kWhole : kGarment;
    // A head may be called as one of the layers above.
    const std::string name = "head_" + head.attribute;
    heads_.push_back(register_module(name, undecided(in, static_cast<int64_t>(head.values.size()))));
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
  view.colours = at::adaptive_avg_pool2d(figure, {figure.size(2) / 4, figure.size(3) / 4});
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
    view.photo.push_back(scopes_[h] == HeadScope::kPhoto ? heads_[h]->forward(kept).to(at::kFloat) : torch::Tensor());
  }
  return view;
}

torch::Tensor FigureNetworkImpl::describe(const FigureView& view, const AskedGarments& garments) const {
  const WholePrecision whole;
  return at::cat({mean_under(view.near, garments), mean_under(view.middle, garments), mean_under(view.far, garments),
                  spread_under(view.pyramid.at4, garments), spread_under(view.colours, garments),
                  mean_under(view.shades, garments), cover(view.body, garments), garments.parts},
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
    answers.push_back(scopes_[h] == HeadScope::kGarment ? heads_[h]->forward(kept).to(at::kFloat) : torch::Tensor());
  }
  return answers;
}

}  // namespace jaedan::inference
