#pragma once

#include <map>
#include <string>

#include "inference/net/torch_headers.h"

namespace jaedan::inference {

/// AdamW (Loshchilov & Hutter, ICLR 2019) over named parameters. Our own because its whole state is then plain
/// named tensors that a checkpoint can hold. Vectors (biases, normalisation) are not decayed. Parameters that require
/// no gradient are left alone.
class AdamW {
 public:
  AdamW(const torch::nn::Module& module, double weight_decay);

  void zero_grad();
  /// One step; parameters of a backbone move at `backbone_rate`, the others at `rate`.
  void step(double rate, double backbone_rate);

  /// Moments by name, shared: for checkpoints.
  std::map<std::string, torch::Tensor> state() const;
  int steps() const { return steps_; }
  void set_steps(int steps) { steps_ = steps; }

 private:
  struct Slot {
    std::string name;
    torch::Tensor value, first, second;
  };
  std::vector<Slot> slots_;
  double weight_decay_;
  int steps_ = 0;
};

}  // namespace jaedan::inference
