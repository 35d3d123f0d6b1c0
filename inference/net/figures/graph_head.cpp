#include "inference/net/figures/graph_head.h"

#include "inference/net/half_precision.h"

namespace jaedan::inference {
namespace {

constexpr int kValue = 64;
constexpr int kHidden = 256;
constexpr double kLeak = 0.2;
// A classifier is a sum over what is hidden, about a quarter each: when a step of Adam moves all weights of the last
// layer by as much, it would move 64 times as far as a linear head's.
constexpr double kScale = 4.0 / kHidden;

torch::nn::Linear unbiased(int64_t in, int64_t out) {
  return torch::nn::Linear(torch::nn::LinearOptions(in, out).bias(false));
}

}  // namespace

GraphHeadImpl::GraphHeadImpl(int64_t in, int64_t values) {
  values_ = register_parameter("values", torch::randn({values, kValue}));
  offset_ = register_parameter("offset", torch::zeros({values}));
  relations_ = register_buffer(kRelations, torch::eye(values));
  first_ = register_module("first", unbiased(kValue, kHidden));
  second_ = register_module("second", unbiased(kHidden, in));
  torch::NoGradGuard no_grad;
  second_->weight.zero_();
}

torch::Tensor GraphHeadImpl::classifiers() {
  const WholePrecision whole;  // as weights are
  const torch::Tensor hidden = at::leaky_relu(first_->forward(at::mm(relations_, values_)), kLeak);
  return second_->forward(at::mm(relations_, hidden)) * kScale;
}

torch::Tensor GraphHeadImpl::forward(const torch::Tensor& seen) { return at::linear(seen, classifiers(), offset_); }

}  // namespace jaedan::inference
