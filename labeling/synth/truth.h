#pragma once

#include "labeling/domain/annotation.h"
#include "labeling/domain/mask.h"
#include "labeling/synth/outfit.h"

namespace jaedan::labeling::synth {

/// Below this share of the photo a part that peeks out is not worth a label: nobody could say what it is.
inline constexpr double kLeastVisibleShare = 0.002;

/// Clears the parts of `labels` that show less than kLeastVisibleShare.
void clear_slivers(Mask& labels);
/// What an annotator who knows everything would write: one garment for every part in `labels`.
Annotation truth_of(const Outfit& outfit, const Mask& labels);

}  // namespace jaedan::labeling::synth
