#include "inference/net/vectors/cgd_network.h"

#include <array>
#include <string>

#include "inference/net/trunk.h"

namespace jaedan::inference {
namespace {

constexpr int kFeatures = 320 + 96;  // of the backbone at 1/32 and at 1/16
constexpr std::array<const char*, 3> kDescriptors = {"spoc", "mac", "gem"};
constexpr std::array<int, 3> kShares = {48, 32, 48};
static_assert(kShares[0] + kShares[1] + kShares[2] == kCgdLength);

}  // namespace

CgdNetwork::CgdNetwork(const std::vector<HeadSpec>& heads) {
  backbone_ = register_module("backbone", MobileNetV2(true));
  for (std::size_t i = 0; i < kDescriptors.size(); ++i) {
    descriptors_.push_back(register_module(
        kDescriptors[i], torch::nn::Linear(torch::nn::LinearOptions(kFeatures, kShares[i]).bias(false))));
  }
  exponent_ = register_parameter("exponent", torch::full({1}, 3.0));
  for (const HeadSpec& head : heads) {
    heads_.push_back(register_module("head_" + head.attribute,
                                     torch::nn::Linear(kFeatures, static_cast<int64_t>(head.values.size()))));
  }
}

void CgdNetwork::fold() {
  for (const auto& module : modules(false)) {
    if (auto* layer = module->as<ConvBnImpl>()) layer->fold();
  }
}

VectorView CgdNetwork::look(const torch::Tensor& garments) {
  const Pyramid pyramid = backbone_->forward(garments);
  const torch::Tensor seen =
      at::cat({resize_to(pyramid.at32, pyramid.at16), pyramid.at16}, 1).to(at::kFloat).flatten(2);  // N×F×P
  const torch::Tensor mean = seen.mean(2);
  const torch::Tensor exponent = exponent_.clamp(1, 8);
  const torch::Tensor generalised = seen.clamp_min(1e-4).pow(exponent).mean(2).pow(exponent.reciprocal());
  const std::array<torch::Tensor, 3> pooled = {mean, seen.amax(2), generalised};
  std::vector<torch::Tensor> shares;
  for (std::size_t i = 0; i < pooled.size(); ++i) shares.push_back(unit_length(descriptors_[i]->forward(pooled[i])));
  VectorView view;
  view.vectors = unit_length(at::cat(shares, 1));
  for (torch::nn::Linear& head : heads_) view.labels.push_back(head->forward(mean));
  return view;
}

}  // namespace jaedan::inference
