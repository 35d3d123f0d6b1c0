#pragma once

#include <vector>

#include "inference/clicks/interactive.h"

namespace jaedan::inference {

/// Which of several masks a person means who clicked: `start` is what was shown, and wrong where the click is; `others`
/// are what else was thought of, the likeliest first. Of those that agree with the click it is the one most like
/// `start`, or, where nothing was shown, the first. When none is like it: `start`. All of one size, or empty.
const Mask& fitting_mask(const Mask& start, const std::vector<Mask>& others, const Click& click);

}  // namespace jaedan::inference
