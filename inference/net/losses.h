#pragma once

#include "inference/net/torch_headers.h"

namespace jaedan::inference {

/// Cross entropy over pixels with label smoothing. `logits` N×9×H×W, `labels` N×H×W int64 with the two
/// extra values of segmentation_classes.h: ignored pixels count nothing, "no garment" asks only that the sum over
/// the classes that are no garment is high.
torch::Tensor pixel_cross_entropy(const torch::Tensor& logits, const torch::Tensor& labels, double smoothing);

/// 1 − soft Dice (Milletari et al., 2016) of the four parts over the whole batch; a part that the batch does not
/// show is left out.
torch::Tensor part_dice_loss(const torch::Tensor& logits, const torch::Tensor& labels);

/// Lovász-softmax (Berman et al., 2018): the convex stand-in for 1 − IoU of the four parts over the whole batch; a part
/// that the batch does not show is left out.
torch::Tensor part_lovasz_loss(const torch::Tensor& logits, const torch::Tensor& labels);

/// Binary cross entropy of N×4 logits; targets below 0 are unknown and count nothing.
torch::Tensor presence_loss(const torch::Tensor& logits, const torch::Tensor& targets);

}  // namespace jaedan::inference
