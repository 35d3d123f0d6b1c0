#pragma once

#include "inference/net/mobilenet_v2.h"

namespace jaedan::inference {

inline constexpr int kTrunkChannels = 128;

/// What the networks that see pixels have in common: MobileNetV2, dilated context and a vector of the whole photo at
/// 1/32, and the way up to 1/8 over the skips, with depthwise separable convolutions. A base class, so that the layers
/// keep their plain names in weights files and one network can start from another.
class TrunkImpl : public torch::nn::Module {
 protected:
  explicit TrunkImpl(bool frozen_backbone_statistics);

  struct Context {
    torch::Tensor whole;  ///< N×128, of the whole photo
    torch::Tensor cells;  ///< N×128×H/32×W/32
  };
  Context context_of(const Pyramid& pyramid);
  torch::Tensor up_to_16(const torch::Tensor& context, const Pyramid& pyramid);  ///< N×128×H/16×W/16
  torch::Tensor up_to_8(const torch::Tensor& at16, const Pyramid& pyramid);      ///< N×128×H/8×W/8

  ConvBn add_layer(const char* name, const ConvBnOptions& layer) { return register_module(name, ConvBn(layer)); }
  static ConvBnOptions pointwise(int in, int out, bool relu6 = true) { return {in, out, 1, 1, 1, 1, relu6}; }
  static ConvBnOptions depthwise(int channels, int dilation = 1, int stride = 1) {
    return {channels, channels, 3, stride, channels, dilation};
  }
  /// `coarse` at the skip's size and added to it, then filtered and mixed.
  static torch::Tensor decode_step(const torch::Tensor& coarse, const torch::Tensor& skip, ConvBn& lateral,
                                   ConvBn& filter, ConvBn& mix);
  /// Folds every batch normalisation: inference only from here on.
  void fold_layers();

  MobileNetV2 backbone_{nullptr};

 private:
  ConvBn reduce_{nullptr}, near_{nullptr}, middle_{nullptr}, far_{nullptr}, join_{nullptr};
  ConvBn lateral16_{nullptr}, filter16_{nullptr}, mix16_{nullptr};
  ConvBn lateral8_{nullptr}, filter8_{nullptr}, mix8_{nullptr};
  torch::nn::Linear global_{nullptr}, global_to_context_{nullptr};
};

/// Bilinear, to the size of `like`.
torch::Tensor resize_to(const torch::Tensor& x, const torch::Tensor& like);

}  // namespace jaedan::inference
