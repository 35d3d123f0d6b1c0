#pragma once

#include "inference/net/torch_headers.h"

namespace jaedan::inference {

/// One transformer layer (Vaswani et al., 2017) over the cells of a feature map: every cell sees the whole photo.
/// Starts as the identity.
class WholeViewImpl : public torch::nn::Module {
 public:
  WholeViewImpl(int channels, int heads);
  torch::Tensor forward(const torch::Tensor& x);

 private:
  int heads_;
  torch::nn::LayerNorm before_look_{nullptr}, before_think_{nullptr};
  torch::nn::Linear look_{nullptr}, tell_{nullptr}, widen_{nullptr}, narrow_{nullptr};
};
TORCH_MODULE(WholeView);

}  // namespace jaedan::inference
