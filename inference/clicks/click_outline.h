#pragma once

#include "labeling/domain/mask.h"
#include "labeling/domain/region.h"

namespace jaedan::inference {

/// The outline of what was clicked out, as a hand would have drawn it: few points, in pixels of the mask.
Region click_outline(const Mask& mask);

}  // namespace jaedan::inference
