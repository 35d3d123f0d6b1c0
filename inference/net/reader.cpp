#include "inference/net/reader.h"

#include "inference/garments/part_set.h"

namespace jaedan::inference {
namespace {

constexpr int kLooks = 256;
constexpr double kDropout = 0.2;  // learning only

// Starts undecided: what it knows comes from the backbone, and the first steps must not shake that.
torch::nn::Linear undecided(int in, int out) {
  torch::nn::Linear linear(in, out);
  torch::NoGradGuard no_grad;
  linear->weight.zero_(), linear->bias.zero_();
  return linear;
}

}  // namespace

ReaderImpl::ReaderImpl(bool frozen_statistics) {
  backbone_ = register_module("backbone", MobileNetV2(frozen_statistics));
  look_ = register_module("look", torch::nn::Conv2d(torch::nn::Conv2dOptions(320, kLooks, 1)));
  sets_ = register_module("sets", undecided(2 * kLooks, kPartSetCount));
  categories_ = register_module("categories", undecided(2 * kLooks, kCategoryCount));
}

ReaderOutput ReaderImpl::forward(const torch::Tensor& figure) {
  const torch::Tensor seen = look_->forward(backbone_->forward(figure).at32).relu();
  const torch::Tensor whole = at::cat({seen.mean({2, 3}), seen.amax({2, 3})}, 1);
  const torch::Tensor kept = at::dropout(whole, kDropout, is_training());
  return {sets_->forward(kept), categories_->forward(kept)};
}

}  // namespace jaedan::inference
