#pragma once

#include "inference/clicks/interactive.h"

namespace jaedan::inference {

/// What a person sees of an answer: the outline, and whether the click did something where nobody clicked.
struct AnswerShape {
  int pieces = 0;
  int holes = 0;
  int points = 0;         ///< of the outline
  bool corrects = false;  ///< there was a mask before it
  bool changed_far =
      false;               ///< of one that corrects: something that a person would notice changed elsewhere (shape_of)
  bool is_small = false;   ///< of one that corrects: its own place changed by less than kSmallCorrection
  double outline_iou = 1;  ///< of the outline and the mask
};

/// Of the answer `after` to `click`, given `before`. Elsewhere is what hangs not together with the change at the click
/// and is farther from it than kNeighbourhood; noticed is more than 0.2 % of the object, in places wider than a hand's
/// noise (1.6 % of the object's size). Masks of one size.
AnswerShape shape_of(const Mask& before, const Mask& after, const Click& click);

}  // namespace jaedan::inference
