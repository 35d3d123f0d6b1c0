#pragma once

#include "labeling/domain/annotation.h"
#include "labeling/domain/geometry.h"

namespace jaedan::gui {

/// The garment itself out of its photo's picture, with a little around it: `box` (image space) as shares of the photo's
/// sides, for `picture` (draw/widgets.h). Empty for a garment without a box.
Rect garment_crop(const Photo& photo, const Rect& box);

}  // namespace jaedan::gui
