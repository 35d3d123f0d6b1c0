#include "inference/net/layers/whole_view.h"

#include <cmath>

#include "inference/net/half_precision.h"
#include "inference/net/layers/as_picture.h"

namespace jaedan::inference {

WholeViewImpl::WholeViewImpl(int channels, int heads) : heads_(heads) {
  using torch::nn::LayerNorm;
  using torch::nn::Linear;
  before_look_ = register_module("before_look", LayerNorm(torch::nn::LayerNormOptions({channels})));
  look_ = register_module("look", Linear(channels, 3 * channels));
  tell_ = register_module("tell", Linear(channels, channels));
  before_think_ = register_module("before_think", LayerNorm(torch::nn::LayerNormOptions({channels})));
  widen_ = register_module("widen", Linear(channels, 2 * channels));
  narrow_ = register_module("narrow", Linear(2 * channels, channels));
  torch::NoGradGuard no_grad;
  for (Linear* last : {&tell_, &narrow_}) (*last)->weight.zero_(), (*last)->bias.zero_();
}

torch::Tensor WholeViewImpl::forward(const torch::Tensor& seen_so_far) {
  // A few hundred cells: nothing is saved here, and LibTorch 1.13 has no layer norm of bfloat16 by weights of float.
  const WholePrecision whole;
  const torch::Tensor x = seen_so_far.to(at::kFloat);
  const int64_t n = x.size(0), c = x.size(1), cells = x.size(2) * x.size(3), width = c / heads_;
  torch::Tensor tokens = x.flatten(2).transpose(1, 2);
  const torch::Tensor parts = look_->forward(before_look_->forward(tokens)).view({n, cells, 3, heads_, width});
  const auto part = [&](int64_t i) { return parts.select(2, i).transpose(1, 2).reshape({n * heads_, cells, width}); };
  const torch::Tensor attention = at::softmax(at::bmm(part(0), part(1).transpose(1, 2)) / std::sqrt(double(width)), 2);
  const torch::Tensor seen = at::bmm(attention, part(2)).view({n, heads_, cells, width}).transpose(1, 2);
  tokens = tokens + tell_->forward(seen.reshape({n, cells, c}));
  tokens = tokens + narrow_->forward(at::gelu(widen_->forward(before_think_->forward(tokens))));
  return as_picture(tokens, x);
}

}  // namespace jaedan::inference
