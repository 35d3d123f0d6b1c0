#include "inference/net/layers/conv_bn.h"

#include <cmath>
#include <vector>

#include "inference/net/half_precision.h"
#include "inference/net/layers/pointwise.h"
#include "inference/net/layers/skip_init.h"

namespace jaedan::inference {

ConvBnImpl::ConvBnImpl(const ConvBnOptions& options) : options_(options) {
  const int per_group = options.in / options.groups;
  const double fan_out = double(options.kernel) * options.kernel * options.out / options.groups;
  const std::vector<int64_t> shape = {options.out, per_group, options.kernel, options.kernel};
  weight_ = register_parameter(
      "weight", SkipInit::is_on() ? torch::empty(shape) : torch::randn(shape) * std::sqrt(2.0 / fan_out));
  gamma_ = register_parameter("gamma", torch::ones({options.out}));
  beta_ = register_parameter("beta", torch::zeros({options.out}));
  mean_ = register_buffer("mean", torch::zeros({options.out}));
  var_ = register_buffer("var", torch::ones({options.out}));
}

std::pair<torch::Tensor, torch::Tensor> ConvBnImpl::folded() const {
  const torch::Tensor scale = gamma_ * (var_ + options_.eps).rsqrt();
  return {weight_ * scale.view({-1, 1, 1, 1}), beta_ - mean_ * scale};
}

torch::Tensor ConvBnImpl::convolve(torch::Tensor x, const torch::Tensor& kernel, const torch::Tensor& bias) const {
  int64_t padding = options_.dilation * (options_.kernel - 1) / 2;
  if (options_.stride == 2 && options_.kernel > 1) {
    // 'SAME' on an even size: all the padding lies right and below.
    const int64_t right = x.size(3) % 2 == 0 ? padding : 0, below = x.size(2) % 2 == 0 ? padding : 0;
    if (right != 0 || below != 0) {
      x = at::constant_pad_nd(x, {right != 0 ? 0 : padding, padding, below != 0 ? 0 : padding, padding});
      padding = 0;
    }
  }
  return at::conv2d(x, kernel, bias, options_.stride, padding, options_.dilation, options_.groups);
}

torch::Tensor ConvBnImpl::convolve_folded(torch::Tensor x) const {
  if (options_.kernel == 1 && options_.stride == 1 && options_.groups == 1) {
    return convolve_pixels(x, folded_weight_, folded_bias_);
  }
  const bool is_even = x.size(2) % 2 == 0 && x.size(3) % 2 == 0;
  if (!even_weight_.defined() || !is_even) return convolve(std::move(x), folded_weight_, folded_bias_);
  const int64_t padding = 1, dilation = 1;
  return at::conv2d(x, even_weight_, folded_bias_, options_.stride, padding, dilation, options_.groups);
}

torch::Tensor ConvBnImpl::forward(torch::Tensor x) {
  torch::Tensor y;
  if (folded_weight_.defined()) {
    y = convolve_folded(std::move(x));
  } else if (options_.frozen_statistics || !is_training()) {
    const auto [kernel, bias] = folded();
    y = convolve(std::move(x), kernel, bias);
  } else {
    y = at::batch_norm(convolve(std::move(x), weight_, {}), gamma_, beta_, mean_, var_, true, 0.05, options_.eps,
                       false);
  }
  return options_.relu6 ? relu6_(std::move(y)) : y;
}

void ConvBnImpl::fold() {
  torch::NoGradGuard no_grad;
  auto [kernel, bias] = folded();
  folded_weight_ = kernel.contiguous(at::MemoryFormat::ChannelsLast);
  folded_bias_ = bias.contiguous();
  // A kernel of four that begins with nothing sees what one of three sees of a padded copy, without that copy. With
  // many inputs to each output it would cost more than it saves.
  const bool halves_each =
      options_.stride == 2 && options_.kernel == 3 && options_.dilation == 1 && options_.groups == options_.in;
  if (halves_each) {
    even_weight_ = at::constant_pad_nd(folded_weight_, {1, 0, 1, 0}).contiguous(at::MemoryFormat::ChannelsLast);
  }
}

}  // namespace jaedan::inference
