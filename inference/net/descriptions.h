#pragma once

#include <cstddef>
#include <vector>

#include "inference/net/segmenter.h"
#include "inference/net/tensors.h"

namespace jaedan::inference {

/// How much of each cell of the segmenter's output lies in a garment, row by row (cell_weights,
/// garments/postprocess.h).
using CellWeights = std::vector<float>;

/// What the segmenter sees of garments of one photo: row i is of the one with `weights[i]`.
inline torch::Tensor description_of(const SegmenterOutput& out, const std::vector<CellWeights>& weights) {
  std::vector<torch::Tensor> masks;
  for (const CellWeights& cells : weights) {
    masks.push_back(torch::from_blob(const_cast<float*>(cells.data()), {1, out.logits.size(2), out.logits.size(3)}));
  }
  const torch::Tensor photo = torch::zeros({static_cast<int64_t>(masks.size())}, at::kLong);
  return SegmenterImpl::describe(out, at::stack(masks).to(out.logits.device()), photo.to(out.logits.device()));
}

/// Rows of length 1, as vectors of garments are.
inline torch::Tensor unit_rows(const torch::Tensor& rows) { return rows / rows.norm(2, 1, true).clamp_min(1e-12); }

/// The rows of a description, or of what was made of it.
inline std::vector<std::vector<float>> vectors_of(const torch::Tensor& rows) {
  const std::vector<float> values = values_of(rows);
  std::vector<std::vector<float>> vectors;
  for (std::size_t first = 0; first + kDescriptionSize <= values.size(); first += kDescriptionSize) {
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(first);
    vectors.emplace_back(begin, begin + kDescriptionSize);
  }
  return vectors;
}

}  // namespace jaedan::inference
