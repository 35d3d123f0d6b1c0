#pragma once

#include "inference/net/mobilenet_v2.h"
#include "inference/net/vectors/vector_network.h"

namespace jaedan::inference {

/// Length of its vectors.
inline constexpr int kCgdLength = 128;

/// Combination of multiple global descriptors (Jun et al., 2019): the mean (SPoC), the maximum (MAC) and the
/// generalised mean (GeM, its exponent learnt) of the last features, each brought to its share of the vector and to
/// unit length, side by side. The labels are read off the first descriptor, which only learning needs. MobileNetV2;
/// features at 1/16 stand beside those at 1/32, because prints are small.
class CgdNetwork final : public VectorNetwork {
 public:
  explicit CgdNetwork(const std::vector<HeadSpec>& heads);

  VectorView look(const torch::Tensor& garments) override;
  bool learns_ranking() const override { return true; }
  void fold() override;

 private:
  MobileNetV2 backbone_{nullptr};
  std::vector<torch::nn::Linear> descriptors_, heads_;
  torch::Tensor exponent_;
};

}  // namespace jaedan::inference
