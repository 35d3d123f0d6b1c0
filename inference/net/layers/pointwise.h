#pragma once

#include "inference/net/torch_headers.h"

namespace jaedan::inference {

/// A convolution whose kernel is a single pixel (out×in×1×1), N×in×H×W → N×out×H×W, as at::conv2d computes it.
/// On one thread LibTorch 1.13 leaves these to BLAS unless they are dilated, which changes nothing of them; oneDNN,
/// which it takes then, needs half the time. Of single small pictures it would take a slow one of its own instead.
inline torch::Tensor convolve_pixels(const torch::Tensor& x, const torch::Tensor& kernel, const torch::Tensor& bias) {
  constexpr int64_t kSmall = 20480;  // numbers; LibTorch's own limit, up to which oneDNN is not asked
  const bool dilates = !at::GradMode::is_enabled() && x.device().is_cpu() && (x.size(0) > 1 || x.numel() > kSmall);
  const int64_t stride = 1, padding = 0, dilation = dilates ? 2 : 1;
  return at::conv2d(x, kernel, bias, stride, padding, dilation);
}

/// torch::nn::Conv2d of a single pixel by convolve_pixels.
class PointwiseImpl : public torch::nn::Conv2dImpl {
 public:
  PointwiseImpl(int64_t in, int64_t out) : Conv2dImpl(torch::nn::Conv2dOptions(in, out, 1)) {}
  torch::Tensor forward(const torch::Tensor& x) { return convolve_pixels(x, weight, bias); }
};
TORCH_MODULE(Pointwise);

}  // namespace jaedan::inference
