#pragma once

#include "labeling/domain/geometry.h"

namespace jaedan::gui {

/// Where the name of a garment stands, screen space: beside its top, to the left or to the right, where the photo
/// behind is of lesser interest than the collar or waist above it; over its top only where `area` has no room beside
/// it. `size`: of the tag.
Point tag_corner(const Rect& garment, const Rect& area, Point size, double gap);

}  // namespace jaedan::gui
