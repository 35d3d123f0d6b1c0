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

/// Of one object: the normalised focal loss (Sofiiuk et al., 2019; every picture weighs the same, pixels by how wrong
/// they are) and `dice_weight` times 1 − soft Dice of each picture. `logits` and `truth` N×1×H×W, truth 0, 1 or
/// kIgnoredPixel.
torch::Tensor mask_loss(const torch::Tensor& logits, const torch::Tensor& truth, double dice_weight);

/// Binary cross entropy of N×4 logits; targets below 0 are unknown and count nothing.
torch::Tensor presence_loss(const torch::Tensor& logits, const torch::Tensor& targets);

/// How surprising what is known of the parts is to a reader: −log of the probability of all sets that agree with it.
/// `logits` N×16, `present` N×4: 1 there, 0 not, −1 unknown.
torch::Tensor part_set_loss(const torch::Tensor& logits, const torch::Tensor& present, double smoothing);

/// Binary cross-entropy over the categories of which it is known whether the photo shows them, summed over a photo and
/// divided by the number of parts. `logits` N×21, `present` as above, `category` N×4 (−1 unknown).
torch::Tensor category_presence_loss(const torch::Tensor& logits, const torch::Tensor& present,
                                     const torch::Tensor& category);

}  // namespace jaedan::inference
