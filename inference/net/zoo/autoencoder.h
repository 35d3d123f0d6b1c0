#pragma once

#include "inference/net/torch_headers.h"

namespace jaedan::inference {

/// Convolutional autoencoder of the older system: 3×3 convolutions with 32, 16, 8 and 8 channels, halved after each
/// (7,264 numbers), and 8, 8, 16, 32 and 3 on the way back (7,843). Input N×3×64×64 in [−1, 1].
class AutoencoderImpl : public torch::nn::Module {
 public:
  static constexpr int kSide = 64;
  static constexpr int kCode = 8 * 4 * 4;

  AutoencoderImpl();
  torch::Tensor encode(const torch::Tensor& picture);  ///< N×8×4×4, not negative
  torch::Tensor decode(const torch::Tensor& code);     ///< N×3×64×64, [−1, 1]

 private:
  torch::nn::ModuleList down_{nullptr}, up_{nullptr};
};
TORCH_MODULE(Autoencoder);

}  // namespace jaedan::inference
