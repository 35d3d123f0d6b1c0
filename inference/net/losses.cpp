#include "inference/net/losses.h"

#include "inference/segmentation_classes.h"

namespace jaedan::inference {

torch::Tensor pixel_cross_entropy(const torch::Tensor& logits, const torch::Tensor& labels, double smoothing) {
  const torch::Tensor log_p = at::log_softmax(logits, 1);
  const torch::Tensor no_garment = labels == kNoGarmentPixel;
  const torch::Tensor known = (labels < kPixelClassCount);
  const torch::Tensor target = at::where(known, labels, at::zeros_like(labels));
  const torch::Tensor hit = log_p.gather(1, target.unsqueeze(1)).squeeze(1);
  torch::Tensor loss = -(1 - smoothing) * hit - smoothing * log_p.mean(1);
  loss = loss.masked_fill(known.logical_not(), 0);
  if (no_garment.any().item<bool>()) {
    const torch::Tensor others = at::cat({log_p.slice(1, 0, 1), log_p.slice(1, kPartCount + 1)}, 1);
    const torch::Tensor either = -(1 - smoothing) * at::logsumexp(others, 1) - smoothing * log_p.mean(1);
    loss = loss + either.masked_fill(no_garment.logical_not(), 0);
  }
  return loss.sum() / (known.sum() + no_garment.sum()).clamp_min(1);
}

torch::Tensor part_dice_loss(const torch::Tensor& logits, const torch::Tensor& labels) {
  const torch::Tensor valid = (labels != kIgnoredPixel);
  const torch::Tensor p = at::softmax(logits, 1).slice(1, 1, kPartCount + 1);
  const torch::Tensor parts = at::arange(1, kPartCount + 1, labels.options()).view({1, -1, 1, 1});
  const torch::Tensor truth = (labels.unsqueeze(1) == parts).to(p.scalar_type());
  const torch::Tensor weighted = p * valid.unsqueeze(1).to(p.scalar_type());
  const torch::Tensor both = (weighted * truth).sum({0, 2, 3});
  const torch::Tensor sizes = weighted.sum({0, 2, 3}) + truth.sum({0, 2, 3});
  const torch::Tensor shown = (truth.sum({0, 2, 3}) > 0).to(p.scalar_type());
  const torch::Tensor dice = (2 * both + 1) / (sizes + 1);
  return ((1 - dice) * shown).sum() / shown.sum().clamp_min(1);
}

torch::Tensor presence_loss(const torch::Tensor& logits, const torch::Tensor& targets) {
  const torch::Tensor known = (targets >= 0).to(logits.scalar_type());
  const torch::Tensor loss =
      at::binary_cross_entropy_with_logits(logits, targets.clamp_min(0), known, {}, at::Reduction::Sum);
  return loss / known.sum().clamp_min(1);
}

}  // namespace jaedan::inference
