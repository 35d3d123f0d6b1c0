#pragma once

#include "inference/net/torch_headers.h"

namespace jaedan::inference {

/// A layer that answers 0 to everything: what it knows comes from the backbone, and the first steps must not shake
/// that.
inline torch::nn::Linear undecided(int64_t in, int64_t out) {
  torch::nn::Linear linear(in, out);
  torch::NoGradGuard no_grad;
  linear->weight.zero_(), linear->bias.zero_();
  return linear;
}

}  // namespace jaedan::inference
