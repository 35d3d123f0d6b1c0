#pragma once

#include "labeling/domain/mask.h"
#include "labeling/domain/region.h"

namespace jaedan::inference {

/// Of the outline of what was clicked out and its mask; two people agree less.
inline constexpr double kClickOutlineIou = 0.975;

/// The outline of what was clicked out, as a hand would have drawn it: the fewest points with which it keeps an IoU of
/// `least_iou` with the mask, (0, 1], in pixels of the mask. Those of its corners that matter least for the area go
/// first; no ring crosses itself.
Region click_outline(const Mask& mask, double least_iou = kClickOutlineIou);

}  // namespace jaedan::inference
