#pragma once

#include "inference/models/head_spec.h"
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

/// Of one head's answers: cross entropy with label smoothing (of several true values any is right), or binary cross
/// entropy where several values may be true. `logits` and `said` R×values; said is 1 for what is true, at least one in
/// a row, and 0 for what is not. `offsets`: as `logits`, added to them where they are compared, not where they are
/// smoothed: smoothing would pull up what an offset says is never the case. Undefined: nothing is.
torch::Tensor head_loss(const torch::Tensor& logits, const torch::Tensor& said, bool multiple, double smoothing,
                        const torch::Tensor& offsets = {});

/// Cross entropy of the map of the body over the cells of which something is known. `logits` N×8×h×w, `truth` N×h×w
/// int64, BodyPart or kUnknownBody.
torch::Tensor body_loss(const torch::Tensor& logits, const torch::Tensor& truth);

/// Cross entropy over the cells in which a key point may be, and "not to be seen". `logits` N×17×(columns·rows + 1),
/// `truth` N×17×3: x, y in shares of the frame, score. The truth is shared among the four nearest cells. A figure
/// without any point is unknown, as is a point of which its maker is not sure; one with score 0 is not to be seen.
torch::Tensor key_point_loss(const torch::Tensor& logits, const torch::Tensor& truth, int columns, int rows);

/// Binary cross-entropy over the values of one head of which it is known whether the photo shows a garment with them,
/// summed over a photo and divided by the number of parts. `logits` N×values, `present` as above, `said` N×4×values: 1
/// and 0 as above, −1 where a garment is unlabelled.
torch::Tensor value_presence_loss(const HeadSpec& head, const torch::Tensor& logits, const torch::Tensor& present,
                                  const torch::Tensor& said);

}  // namespace jaedan::inference
