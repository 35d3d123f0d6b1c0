#pragma once

#include "inference/net/torch_headers.h"

namespace jaedan::inference {

/// Whether this processor multiplies bfloat16 numbers itself; elsewhere they are slower than whole floats.
bool has_half_precision();

/// While it lives, convolutions and matrix products on this thread are computed with bfloat16 numbers (eight bits of
/// mantissa) where `wanted` and where the processor has them; weights stay what they are. Half the time, for training
/// as for use. Answers come as bfloat16 then.
class HalfPrecision {
 public:
  explicit HalfPrecision(bool wanted);
  ~HalfPrecision();
  HalfPrecision(const HalfPrecision&) = delete;
  HalfPrecision& operator=(const HalfPrecision&) = delete;

 private:
  const bool on_;
};

/// While it lives, what HalfPrecision asks for on this thread is not done: differences of sums need all digits.
class WholePrecision {
 public:
  WholePrecision();
  ~WholePrecision();
  WholePrecision(const WholePrecision&) = delete;
  WholePrecision& operator=(const WholePrecision&) = delete;

 private:
  const bool was_half_;
};

/// min(max(x, 0), 6) in place. LibTorch 1.13 has no gradient of it for bfloat16 on the processor; this has.
torch::Tensor relu6_(torch::Tensor x);

}  // namespace jaedan::inference
