#include "labeling/formats/join_garments.h"

#include <algorithm>
#include <cmath>
#include <polyclipping/clipper.hpp>

namespace jaedan::labeling {
namespace {

constexpr double kUnitsPerPixel = 4096;  // Clipper computes in whole numbers

ClipperLib::Paths paths_of(const Region& region) {
  ClipperLib::Paths paths;
  for (const Ring& ring : region.rings) {
    ClipperLib::Path path;
    for (const Point& p : ring)
      path.emplace_back(std::llround(p.x * kUnitsPerPixel), std::llround(p.y * kUnitsPerPixel));
    paths.push_back(std::move(path));
  }
  return paths;
}

bool overlap(const Rect& a, const Rect& b) {
  return a.x <= b.right() && b.x <= a.right() && a.y <= b.bottom() && b.y <= a.bottom();
}

Region union_of(const Region& a, const Region& b) {
  Region both = a;
  if (!overlap(bounds_of(a), bounds_of(b))) {
    both.rings.insert(both.rings.end(), b.rings.begin(), b.rings.end());
    return both;
  }
  ClipperLib::Clipper clipper;
  clipper.AddPaths(paths_of(a), ClipperLib::ptSubject, true);
  clipper.AddPaths(paths_of(b), ClipperLib::ptClip, true);
  ClipperLib::Paths solution;
  clipper.Execute(ClipperLib::ctUnion, solution, ClipperLib::pftEvenOdd, ClipperLib::pftEvenOdd);
  both.rings.clear();
  for (const ClipperLib::Path& path : solution) {
    Ring ring;
    for (const ClipperLib::IntPoint& p : path) {
      ring.push_back({static_cast<double>(p.X) / kUnitsPerPixel, static_cast<double>(p.Y) / kUnitsPerPixel});
    }
    both.rings.push_back(std::move(ring));
  }
  return both;
}

bool takes_several(std::string_view attribute) {
  return attribute == attribute::kDetail || attribute == attribute::kMaterial || attribute == attribute::kPrint;
}

void join_attributes(AttributeValues& into, const AttributeValues& from) {
  const AttributeValues before = into;
  for (const AttributeValue& value : from) {
    const AttributeValue* there = find_value(before, value.attribute);
    const bool same = std::any_of(before.begin(), before.end(), [&](const AttributeValue& other) {
      return other.attribute == value.attribute && other.value == value.value;
    });
    if (!there || (takes_several(value.attribute) && !same)) into.push_back(value);
  }
}

}  // namespace

Garment join_garments(const std::vector<const Garment*>& garments) {
  if (garments.size() == 1) return *garments.front();
  std::vector<std::pair<double, const Garment*>> by_area;
  for (const Garment* garment : garments) by_area.emplace_back(area_px(garment->region), garment);
  std::stable_sort(by_area.begin(), by_area.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  Garment joined = *by_area.front().second;
  joined.rect.reset();
  for (std::size_t i = 1; i < by_area.size(); ++i) {
    joined.region = union_of(joined.region, by_area[i].second->region);
    join_attributes(joined.attributes, by_area[i].second->attributes);
  }
  return joined;
}

}  // namespace jaedan::labeling
