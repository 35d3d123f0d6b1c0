#pragma once

#include <vector>

#include "inference/garments/class_scores.h"
#include "inference/net/torch_headers.h"

namespace jaedan::inference {

/// Rows of RGB as 1×3×height×width in the channels-last form, which they are already: no copy on the processor, so
/// `pixels` must live as long.
inline torch::Tensor image_tensor(const std::vector<float>& pixels, int width, int height, torch::Device device) {
  return torch::from_blob(const_cast<float*>(pixels.data()), {1, height, width, 3}).permute({0, 3, 1, 2}).to(device);
}

/// The values in row-major order.
inline std::vector<float> values_of(const torch::Tensor& tensor) {
  const torch::Tensor plain = tensor.to(at::kCPU, at::kFloat).contiguous();
  return {plain.data_ptr<float>(), plain.data_ptr<float>() + plain.numel()};
}

/// The logits of one photo, 1×9×h×w.
inline ClassScores class_scores(const torch::Tensor& logits) {
  return {static_cast<int>(logits.size(3)), static_cast<int>(logits.size(2)), values_of(logits)};
}

}  // namespace jaedan::inference
