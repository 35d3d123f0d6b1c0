#include "inference/net/figures/reader.h"

#include "inference/garments/part_set.h"
#include "inference/net/layers/undecided.h"
#include "labeling/domain/attribute.h"

namespace jaedan::inference {
namespace {

constexpr int64_t kLooks = 256;
constexpr double kDropout = 0.2;  // learning only

// Weights of before heads were data call the first of them so.
std::string layer_name(const HeadSpec& head) {
  return head.attribute == attribute::kCategory ? "categories" : head.attribute;
}

}  // namespace

ReaderImpl::ReaderImpl(bool frozen_statistics, const std::vector<HeadSpec>& heads) {
  backbone_ = register_module("backbone", MobileNetV2(frozen_statistics));
  look_ = register_module("look", Pointwise(320, kLooks));
  sets_ = register_module("sets", undecided(2 * kLooks, kPartSetCount));
  for (const HeadSpec& head : heads) {
    heads_.push_back(register_module(layer_name(head), undecided(2 * kLooks, static_cast<int>(head.values.size()))));
  }
}

ReaderOutput ReaderImpl::forward(const torch::Tensor& figure) {
  const torch::Tensor seen = look_->forward(backbone_->forward(figure).at32).relu();
  const torch::Tensor whole = at::cat({seen.mean({2, 3}), seen.amax({2, 3})}, 1);
  const torch::Tensor kept = at::dropout(whole, kDropout, is_training());
  ReaderOutput out{sets_->forward(kept), {}};
  for (torch::nn::Linear& head : heads_) out.heads.push_back(head->forward(kept));
  return out;
}

}  // namespace jaedan::inference
