#pragma once

#include <optional>

#include "inference/clicks/interactive.h"
#include "inference/train/data/random.h"

namespace jaedan::inference {

/// How a simulated person clicks.
struct ClickHabits {
  /// 0: exactly at the place furthest from the error's border; 1: anywhere in the error. Between: anywhere that is at
  /// least (1 − jitter) as far from the border as that place.
  double jitter = 0;
};

/// Where a person would click next to bring `current` to `truth`: in the error that reaches deepest, be it missing or
/// too much (the protocol of RITM). `truth`: 0, kIgnoredPixel (no error there), anything else is the object; `current`:
/// 0 or not. Same size; the click is in their pixels. Nothing when there is no error.
std::optional<Click> next_click(const Mask& truth, const Mask& current, const ClickHabits& habits, Random& random);

/// IoU without truth pixels of kIgnoredPixel; 1 when neither shows anything.
double click_iou(const Mask& truth, const Mask& current);

}  // namespace jaedan::inference
