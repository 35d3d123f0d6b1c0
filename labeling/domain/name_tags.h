#pragma once

#include <vector>

#include "labeling/domain/geometry.h"

namespace jaedan {

/// Where the names of garments stand over a photo, in the studio and in overlays, so that none hides another. In any
/// space: that of the `area` which the names have.
class NameTags {
 public:
  /// `gap`: what is kept free around each.
  NameTags(const Rect& area, double gap) : area_(area), gap_(gap) {}

  /// The top left corner of the next one, of `size`. Beside the top of its garment, to the left or to the right, where
  /// the photo behind is of lesser interest than the collar or waist above it; over its top only where the area has no
  /// room beside it. Below the names that are there already, or above them where there is no room below.
  Point place(const Rect& garment, Point size);

 private:
  Point beside(const Rect& garment, Point size) const;

  const Rect area_;
  const double gap_;
  std::vector<Rect> placed_;
};

}  // namespace jaedan
