#pragma once

#include "inference/net/torch_headers.h"

namespace jaedan::inference {

/// Below it the cells of a mask count together for less than they weigh: an empty one gives 0.
inline constexpr double kLeastCells = 1e-4;

/// How much of each cell of `features` (N×C×h×w) lies in each mask (R×1×any size, in [0, 1]): R×(h·w).
inline torch::Tensor cells_under(const torch::Tensor& masks, const torch::Tensor& features) {
  return at::adaptive_avg_pool2d(masks, {features.size(2), features.size(3)}).flatten(1);
}

/// The mean of `features` over those cells: R×C. `photo`: R indices into the batch.
inline torch::Tensor mean_under(const torch::Tensor& features, const torch::Tensor& cells, const torch::Tensor& photo) {
  // Every mask with every picture, of which a row each is wanted: to copy a picture for each mask takes longer.
  const int64_t masks = cells.size(0), channels = features.size(1);
  const torch::Tensor sums = at::matmul(cells, features.flatten(2).transpose(1, 2));  // N×R×C
  const torch::Tensor rows = photo * masks + at::arange(masks, photo.options());
  return sums.view({-1, channels}).index_select(0, rows) / (cells.sum(1, true) + kLeastCells);
}

}  // namespace jaedan::inference
