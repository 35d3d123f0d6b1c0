#include "labeling/formats/exported_shape.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "labeling/domain/mask.h"
#include "labeling/shape/region_algebra.h"

namespace jaedan::labeling {
namespace {

constexpr double kLeastAreaPx = 1e-6;
constexpr double kPlaces = 1e6;
constexpr double kNoise = 1e-9;

double short_decimal(double value) {
  const double rounded = std::round(value * kPlaces) / kPlaces;
  return std::abs(value - rounded) < kNoise ? rounded : value;
}

/// Without points that only repeat the one before, the last one before the first included.
Ring without_repeats(Ring ring) {
  ring.erase(std::unique(ring.begin(), ring.end()), ring.end());
  while (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
  return ring;
}

bool has_area(const Ring& ring) {
  if (ring.size() < 3) return false;
  // A ring that crosses itself may add up to nothing and enclose a lot.
  return std::abs(signed_area(ring)) >= kLeastAreaPx || !pieces_by_area({{ring}}).empty();
}

std::vector<double> areas_of_rings(const Region& region) {
  std::vector<double> areas;
  for (const Ring& ring : region.rings) areas.push_back(std::abs(signed_area(ring)));
  std::sort(areas.begin(), areas.end());
  return areas;
}

/// The same region with no ring that crosses itself or another one; as it is when there was none: then the rings have
/// the same areas afterwards.
Region taken_apart(const Region& region) {
  Region apart;
  for (const Region& piece : pieces_by_area(region)) {
    apart.rings.insert(apart.rings.end(), piece.rings.begin(), piece.rings.end());
  }
  const std::vector<double> before = areas_of_rings(region);
  const std::vector<double> after = areas_of_rings(apart);
  const auto same = [](double a, double b) { return std::abs(a - b) <= kLeastAreaPx * (1 + a); };
  return std::equal(before.begin(), before.end(), after.begin(), after.end(), same) ? region : apart;
}

Message without_area(const Garment& garment, std::int64_t rings) {
  return {"export.rings_left_out",
          "{0}: outlines of fewer than 3 points or without an area were left out: {1}",
          {message_of(garment.part), rings}};
}

Message outside(const Garment& garment) {
  return {"export.outside_photo", "{0} lies outside the photo and was left out", {message_of(garment.part)}};
}

/// The part of its rect that lies in the photo.
ExportedShape shape_of_box(const Garment& garment, const Photo& photo) {
  ExportedShape shape;
  shape.is_box = true;
  Point from{short_decimal(garment.rect->x), short_decimal(garment.rect->y)};
  Point to{short_decimal(garment.rect->right()), short_decimal(garment.rect->bottom())};
  if (photo.width > 0 && photo.height > 0) {
    from = {std::max(from.x, 0.0), std::max(from.y, 0.0)};
    to = {std::min<double>(to.x, photo.width), std::min<double>(to.y, photo.height)};
  }
  if (from.x < to.x && from.y < to.y) {
    shape.region.rings = {{from, {to.x, from.y}, to, {from.x, to.y}}};
  } else {
    shape.told.push_back(outside(garment));
  }
  return shape;
}

Region inside_photo(const Region& region, const Photo& photo) {
  if (photo.width <= 0 || photo.height <= 0) return region;
  const double width = photo.width, height = photo.height;
  const Rect box = bounds_of(region);
  if (box.x >= 0 && box.y >= 0 && box.right() <= width && box.bottom() <= height) return region;
  Region inside = shared(region, {{{{0, 0}, {width, 0}, {width, height}, {0, height}}}});
  // What reaches out by less than the algebra's grid is left where it was.
  for (Ring& ring : inside.rings) {
    for (Point& p : ring) p = {std::clamp(p.x, 0.0, width), std::clamp(p.y, 0.0, height)};
  }
  return inside;
}

}  // namespace

ExportedShape exported_shape(const Garment& garment, const Photo& photo) {
  if (garment.region.empty() && garment.rect && !garment.rect->empty()) return shape_of_box(garment, photo);
  ExportedShape shape;
  std::int64_t left_out = 0;
  for (const Ring& drawn : garment.region.rings) {
    Ring ring = without_repeats(drawn);
    if (has_area(ring)) {
      shape.region.rings.push_back(std::move(ring));
    } else {
      ++left_out;
    }
  }
  if (left_out > 0) {
    shape.told.push_back(without_area(garment, left_out));
  }
  if (shape.region.empty()) return shape;
  for (Ring& ring : shape.region.rings) {
    for (Point& p : ring) p = {short_decimal(p.x), short_decimal(p.y)};
  }
  const Region inside = inside_photo(shape.region, photo);
  if (inside.empty()) shape.told.push_back(outside(garment));
  shape.region = taken_apart(inside);
  if (shape.region.empty() && shape.told.empty()) {  // rings that lie on each other enclose nothing
    shape.told.push_back(without_area(garment, static_cast<std::int64_t>(garment.region.rings.size())));
  }
  return shape;
}

std::int64_t pixel_count(const Region& region) {
  // Only the box around it is painted; moving by whole pixels changes no pixel.
  const Rect box = bounds_of(region);
  const Point corner{std::floor(box.x), std::floor(box.y)};
  Region moved = region;
  for (Ring& ring : moved.rings) {
    for (Point& p : ring) p = p - corner;
  }
  const Mask mask = rasterize(moved, static_cast<int>(std::ceil(box.right() - corner.x)),
                              static_cast<int>(std::ceil(box.bottom() - corner.y)));
  return std::count(mask.pixels.begin(), mask.pixels.end(), kInside);
}

Rect short_bounds_of(const Region& region) {
  const Rect box = bounds_of(region);
  return {short_decimal(box.x), short_decimal(box.y), short_decimal(box.width), short_decimal(box.height)};
}

std::string decimal_text(double value) {
  char text[400];  // the longest: 1e-308 with all its places
  const auto [end, error] = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed);
  return error == std::errc() ? std::string(text, end) : "0";
}

}  // namespace jaedan::labeling
