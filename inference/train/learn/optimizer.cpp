#include "inference/train/learn/optimizer.h"

#include <cmath>

namespace jaedan::inference {
namespace {

constexpr double kBeta1 = 0.9, kBeta2 = 0.999, kEps = 1e-8;

}  // namespace

AdamW::AdamW(const torch::nn::Module& module, double weight_decay) : weight_decay_(weight_decay) {
  for (const auto& item : module.named_parameters()) {
    const torch::Tensor value = item.value();
    if (!value.requires_grad()) continue;
    slots_.push_back({item.key(), value, torch::zeros_like(value), torch::zeros_like(value)});
  }
}

void AdamW::zero_grad() {
  for (Slot& slot : slots_) slot.value.mutable_grad().reset();
}

void AdamW::step(double rate, double backbone_rate) {
  torch::NoGradGuard no_grad;
  ++steps_;
  const double bias1 = 1 - std::pow(kBeta1, steps_), bias2 = 1 - std::pow(kBeta2, steps_);
  for (Slot& slot : slots_) {
    const torch::Tensor grad = slot.value.grad();
    if (!grad.defined()) continue;
    const double own_rate = slot.name.find("backbone.") != std::string::npos ? backbone_rate : rate;
    slot.first.mul_(kBeta1).add_(grad, 1 - kBeta1);
    slot.second.mul_(kBeta2).addcmul_(grad, grad, 1 - kBeta2);
    if (slot.value.dim() > 1) slot.value.mul_(1 - own_rate * weight_decay_);
    const torch::Tensor spread = (slot.second / bias2).sqrt_().add_(kEps);
    slot.value.addcdiv_(slot.first, spread, -own_rate / bias1);
  }
}

std::map<std::string, torch::Tensor> AdamW::state() const {
  std::map<std::string, torch::Tensor> state;
  for (const Slot& slot : slots_) {
    state["first/" + slot.name] = slot.first;
    state["second/" + slot.name] = slot.second;
  }
  return state;
}

}  // namespace jaedan::inference
