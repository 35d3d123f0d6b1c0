#pragma once

#include <ATen/record_function.h>

namespace jaedan::inference {

/// Listens to the convolutions that this thread runs while the object lives: how long they take and how much they
/// compute, whatever layers they belong to. One object a thread at a time.
class ConvolutionCounter {
 public:
  ConvolutionCounter();
  ~ConvolutionCounter();
  ConvolutionCounter(const ConvolutionCounter&) = delete;
  ConvolutionCounter& operator=(const ConvolutionCounter&) = delete;

  /// Wall time inside convolutions so far.
  double ms() const;
  /// Their work so far, in 10⁹ operations; a multiplication with its addition counts as two.
  double gflop() const;

 private:
  at::CallbackHandle handle_;
};

}  // namespace jaedan::inference
