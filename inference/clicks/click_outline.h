#pragma once

#include "labeling/domain/mask.h"
#include "labeling/domain/region.h"

namespace jaedan::inference {

/// The outline of what was clicked out, as a hand would have drawn it: the fewest points with which it keeps an IoU of
/// 0.975 with the mask, in pixels of the mask. Those of its corners that matter least for the area go first; no ring
/// crosses itself.
Region click_outline(const Mask& mask);

}  // namespace jaedan::inference
