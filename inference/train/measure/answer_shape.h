#pragma once

#include "inference/clicks/interactive.h"

namespace jaedan::inference {

/// What a person sees of an answer: the outline, and whether the click did something where nobody clicked.
struct AnswerShape {
  int pieces = 0;
  int holes = 0;
  int points = 0;         ///< of the outline
  bool corrects = false;  ///< there was a mask before it
  /// Of one that corrects: something that a person would notice changed elsewhere (shape_of).
  bool changed_far = false;
  /// Of one that corrects: its own place changed by less than kSmallCorrection (click_change.h).
  bool is_small = false;
  /// What the outline's few points cost: IoU with the truth, of the mask less of the outline.
  double outline_loss = 0;
};

/// Of the answer `after` to `click`, given `before`. Elsewhere is what hangs not together with the change at the click
/// and is farther from it than kNeighbourhood; noticed is more than 0.2 % of the object, in places wider than a hand's
/// noise (1.6 % of the object's size). Masks of one size;
/// `truth` as for click_iou.
AnswerShape shape_of(const Mask& before, const Mask& after, const Click& click, const Mask& truth);

}  // namespace jaedan::inference
