#pragma once

#include <vector>

#include "inference/net/torch_headers.h"

namespace jaedan::inference {

/// How far from the truth the order is in which `vectors` (M×D, unit length) lie around each other. `groups`: M whole
/// numbers each; rows with the same number ≥ 0 belong together, −1 says nothing. Of every group the rows that have
/// company are asked for −log of the softmax over all others of those that belong to them (Khosla et al., 2020), the
/// mean over all groups.
torch::Tensor ranking_loss(const torch::Tensor& vectors, const std::vector<torch::Tensor>& groups);

/// The garments seen once more: turned a little, nearer or further, moved, mirrored, in other light, half hidden. The
/// same for the same seed.
torch::Tensor seen_again(const torch::Tensor& garments, std::uint64_t seed);

}  // namespace jaedan::inference
