#pragma once

#include <array>

#include "inference/garments/class_scores.h"
#include "inference/garments/segmentation_classes.h"
#include "labeling/domain/mask.h"

namespace jaedan::inference {

/// The likeliest allowed class of every pixel of a picture of `width` × `height` pixels that the cells of `scores`
/// cover, scores interpolated between the centres of cells; beyond the outermost centres they go on unchanged. The
/// first of several that are as likely; where nothing is allowed, 0.
Mask label_pixels(const ClassScores& scores, const std::array<bool, kPixelClassCount>& allowed, int width, int height);

}  // namespace jaedan::inference
