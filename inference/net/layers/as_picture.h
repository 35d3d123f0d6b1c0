#pragma once

#include "inference/net/torch_headers.h"

namespace jaedan::inference {

/// N×(H·W)×C, a row a cell, as the N×C×H×W of `like`, channels last. Of a single picture LibTorch 1.13 takes what
/// `contiguous` gives for channels first, and all that follows is computed in that order, at twice the time.
inline torch::Tensor as_picture(const torch::Tensor& cells, const torch::Tensor& like) {
  return cells.reshape({like.size(0), like.size(2), like.size(3), cells.size(2)}).permute({0, 3, 1, 2});
}

}  // namespace jaedan::inference
