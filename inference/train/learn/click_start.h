#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "inference/clicks/interactive.h"
#include "inference/train/data/random.h"

namespace jaedan::inference {

/// What is known of one object in one view while its clicks are simulated. Clicks, box and masks are in label pixels:
/// half the size of the network's picture.
struct ClickState {
  Mask truth;  ///< 0, kPiecePixel, kIgnoredPixel
  ClickPrompt prompt;
  Mask before;            ///< 0 or not
  bool is_known = false;  ///< whether `before` says anything
};

/// How a simulated person begins: with nothing but a click, with a box, with a damaged mask, or with what a model took
/// for the object (`proposal`; empty: then damaged).
ClickState begin_clicks(Mask truth, const Mask& proposal, Random& random);

/// Adds the next click; nothing changes when there is no error left.
void click_once(ClickState& state, const Mask& current, Random& random);

/// The planes for the network (click_hints.h) of several states of one size: count × 7 × height/2 × width/2 of the
/// labels' size.
std::vector<float> hints_of(const std::vector<ClickState>& states);

}  // namespace jaedan::inference
