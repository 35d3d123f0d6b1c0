#include "inference/garments/cut_out.h"

#include <algorithm>

#include "inference/garments/mask_bounds.h"
#include "inference/garments/preprocess.h"

namespace jaedan::inference {
namespace {

constexpr double kAroundShare = 0.04;  // of the longer side, on each side

/// `box`: where `mask` lies in the photo; its pixels are taken where the mask equals `value`.
Image alone(const ImageView& photo, const Rect& box, const Mask& mask, std::uint8_t value) {
  const int longer = std::max(mask.width, mask.height);
  const int side = longer + 2 * std::max(1, static_cast<int>(kAroundShare * longer));
  Image picture = Image::of_size(side, side);
  for (std::size_t i = 0; i < picture.rgb.size(); ++i) picture.rgb[i] = kOutsideRgb[i % 3];
  const int left = (side - mask.width) / 2, top = (side - mask.height) / 2;
  const int x0 = static_cast<int>(box.x), y0 = static_cast<int>(box.y);
  for (int y = 0; y < mask.height; ++y) {
    for (int x = 0; x < mask.width; ++x) {
      if (mask.at(x, y) == value) std::copy_n(photo.pixel(x0 + x, y0 + y), 3, picture.pixel(left + x, top + y));
    }
  }
  return picture;
}

}  // namespace

Image garment_alone(const ImageView& photo, const Mask& mask, std::uint8_t value) {
  const Rect box = bounds_of(mask, value);
  return box.empty() ? Image() : alone(photo, box, cut_out(mask, box), value);
}

Image garment_alone(const ImageView& photo, const Region& garment) {
  const Rect bounds = bounds_of(garment), all = {0, 0, double(photo.width), double(photo.height)};
  if (photo.empty() || shared_area(bounds, all) <= 0) return {};
  // Only the garment's own box is painted: a photo may have a hundred times as many pixels.
  const Rect box = whole_pixels(bounds, photo.width, photo.height);
  Region moved = garment;
  for (Ring& ring : moved.rings) {
    for (Point& point : ring) point = point - Point{box.x, box.y};
  }
  const Mask mask = rasterize(moved, static_cast<int>(box.width), static_cast<int>(box.height));
  const Rect inside = bounds_of(mask);
  if (inside.empty()) return {};
  return alone(photo, {box.x + inside.x, box.y + inside.y, inside.width, inside.height}, cut_out(mask, inside),
               kInside);
}

}  // namespace jaedan::inference
