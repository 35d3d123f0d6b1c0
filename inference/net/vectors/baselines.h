#pragma once

#include "inference/net/mobilenet_v2.h"
#include "inference/net/vectors/vector_network.h"
#include "inference/net/zoo/autoencoder.h"
#include "inference/net/zoo/resnet.h"

namespace jaedan::inference {

/// ResNet-18 that learns labels; its 512 pooled features are the vector.
class ResNetVectors final : public VectorNetwork {
 public:
  explicit ResNetVectors(const std::vector<HeadSpec>& heads);
  VectorView look(const torch::Tensor& garments) override;

 private:
  ResNet18 backbone_{nullptr};
  std::vector<torch::nn::Linear> heads_;
};

/// MobileNetV2 as it comes; its 320 pooled features are the vector. Learns nothing.
class BackboneVectors final : public VectorNetwork {
 public:
  BackboneVectors();
  VectorView look(const torch::Tensor& garments) override;

 private:
  MobileNetV2 backbone_{nullptr};
};

/// The code of an autoencoder that learns to draw the garment again, as one row of 128.
class AutoencoderVectors final : public VectorNetwork {
 public:
  AutoencoderVectors();
  VectorView look(const torch::Tensor& garments) override;

 private:
  Autoencoder autoencoder_{nullptr};
};

}  // namespace jaedan::inference
