#pragma once

#include <optional>

#include "inference/clicks/click_session.h"
#include "inference/train/data/random.h"
#include "inference/train/measure/click_simulator.h"
#include "inference/train/measure/metrics.h"
#include "inference/train/measure/operator/operator_costs.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// When an outline is right, and how long a person keeps trying.
struct MaskRules {
  double least_iou = kKeptIou;  ///< with the truth
  int most_clicks = 8;          ///< on one garment; then it is drawn
  int most_strokes = 4;         ///< the same of the brush
  ClickHabits habits;
};

/// Ways to bring the outline of one garment to its truth (0, kPiecePixel, kIgnoredPixel), without what takes a tool and
/// what ends it. Masks of one size.

bool is_right(const Mask& truth, const Mask& mask, const MaskRules& rules);

/// A garment drawn from nothing, vertex by vertex: the fewest that keep `least_iou` of its truth (click_outline), the
/// rings of its pieces and holes one after the other, with what begins and ends each. Small pieces and holes are passed
/// over where that is quicker.
Acts draw_by_hand(const Mask& truth, const MaskRules& rules);

/// Clicks where the error is deepest, until it is right; `box_first`: a box around the garment is drawn before. Nothing
/// when the clicks are used up. Errors: those of `segmenter`.
Result<std::optional<Acts>> click_until_right(InteractiveSegmenter& segmenter, EncodedPhoto& photo, const Mask& truth,
                                              ClickStart start, bool box_first, const MaskRules& rules, Random& person);

/// Straight strokes of a round brush over the largest error, as wide as that is, each added or taken away. Nothing when
/// the strokes are used up, or one makes it no better.
std::optional<Acts> paint_until_right(const Mask& truth, Mask mask, const MaskRules& rules);

}  // namespace jaedan::inference
