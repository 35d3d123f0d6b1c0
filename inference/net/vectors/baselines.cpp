#include "inference/net/vectors/baselines.h"

namespace jaedan::inference {

ResNetVectors::ResNetVectors(const std::vector<HeadSpec>& heads) {
  backbone_ = register_module("backbone", ResNet18());
  for (const HeadSpec& head : heads) {
    heads_.push_back(
        register_module("head_" + head.attribute,
                        torch::nn::Linear(ResNet18Impl::kChannels, static_cast<int64_t>(head.values.size()))));
  }
}

VectorView ResNetVectors::look(const torch::Tensor& garments) {
  const torch::Tensor pooled = backbone_->forward(garments).to(at::kFloat).mean({2, 3});
  VectorView view;
  view.vectors = unit_length(pooled);
  for (torch::nn::Linear& head : heads_) view.labels.push_back(head->forward(pooled));
  return view;
}

BackboneVectors::BackboneVectors() { backbone_ = register_module("backbone", MobileNetV2(true)); }

VectorView BackboneVectors::look(const torch::Tensor& garments) {
  VectorView view;
  view.vectors = unit_length(backbone_->forward(garments).at32.to(at::kFloat).mean({2, 3}));
  return view;
}

AutoencoderVectors::AutoencoderVectors() { autoencoder_ = register_module("autoencoder", Autoencoder()); }

VectorView AutoencoderVectors::look(const torch::Tensor& garments) {
  const torch::Tensor code = autoencoder_->encode(garments);
  VectorView view;
  view.vectors = unit_length(code.to(at::kFloat).flatten(1));
  view.rebuilt = autoencoder_->decode(code).to(at::kFloat);
  return view;
}

}  // namespace jaedan::inference
