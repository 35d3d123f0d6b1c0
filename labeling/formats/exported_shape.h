#pragma once

#include <string>
#include <vector>

#include "labeling/domain/annotation.h"

namespace jaedan::labeling {

/// A garment's place as the formats of other tools can say it.
struct ExportedShape {
  /// Inside the photo; no ring crosses itself or another, each has an area, so that every filling rule gives the same
  /// pixels. Empty: there is nothing to write.
  Region region;
  bool is_box = false;        ///< nothing was drawn; the region is the box that the garment came with
  std::vector<Message> told;  ///< what was left out
};

/// The even–odd region of the garment, cut at the photo's border as a region and, where its rings cross or touch
/// themselves, taken apart; otherwise ring by ring and point by point as it is. Rings below three points or without an
/// area are left out and told. Where nothing at all was drawn the garment's own rect stands for it. Coordinates within
/// 1e-9 of a decimal with six places become that decimal: 140, not 139.99999999999994. A photo without a size cuts
/// nothing.
ExportedShape exported_shape(const Garment& garment, const Photo& photo);

/// How many pixels have their centre in the region (even–odd), none of them left or above of the photo.
std::int64_t pixel_count(const Region& region);

/// `bounds_of` with short decimals: 40.1, not 40.099999999999994.
Rect short_bounds_of(const Region& region);

/// The shortest decimal that reads as `value` again, without an exponent: "140", "10.4".
std::string decimal_text(double value);

}  // namespace jaedan::labeling
