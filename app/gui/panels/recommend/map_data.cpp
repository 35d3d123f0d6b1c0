#include "app/gui/panels/recommend/map_data.h"

#include <algorithm>
#include <cmath>

namespace jaedan::gui {
namespace {

/// Cells of the heat map along the longer side. Each is a rectangle in every frame.
constexpr double kHeatCells = 80;

}  // namespace

MapLayout lay_out(std::vector<Point> points, const std::optional<Rect>& frame) {
  const Rect bounds = frame ? *frame : recommender::PointGrid(points).bounds();
  const double longer = std::max(bounds.width, bounds.height);
  const double scale = longer > 0 ? kMapSide / longer : 1;
  const Point free = Point{kMapSide - bounds.width * scale, kMapSide - bounds.height * scale} * 0.5;
  for (Point& point : points) point = (point - Point{bounds.x, bounds.y}) * scale + free;
  MapLayout made;
  made.points = recommender::PointGrid(std::move(points));
  // Room around, for points at the edge glow as well.
  const double cell = kMapSide / kHeatCells, around = 5 * cell;
  const auto cells_along = [&](double length) { return static_cast<std::size_t>(std::ceil(length / cell)); };
  const Rect& all = made.points.bounds();
  const Rect area{all.x - around, all.y - around, all.width + 2 * around, all.height + 2 * around};
  made.heat = recommender::density_of(made.points.points(), area, cells_along(area.width), cells_along(area.height));
  return made;
}

bool same_garments(const GarmentMap& a, const GarmentMap& b) {
  const auto same = [](const MapGarment& one, const MapGarment& other) {
    return one.garment == other.garment && one.photo == other.photo && one.part == other.part;
  };
  const auto same_photo = [](const Photo& one, const Photo& other) { return one.id == other.id; };
  return std::equal(a.garments.begin(), a.garments.end(), b.garments.begin(), b.garments.end(), same) &&
         std::equal(a.photos.begin(), a.photos.end(), b.photos.begin(), b.photos.end(), same_photo);
}

std::vector<PhotoId> photos_of(const GarmentMap& map, const std::vector<std::uint32_t>& garments) {
  std::vector<PhotoId> photos;
  for (const std::uint32_t garment : garments) photos.push_back(map.photo_of(garment).id);
  std::sort(photos.begin(), photos.end());
  photos.erase(std::unique(photos.begin(), photos.end()), photos.end());
  return photos;
}

}  // namespace jaedan::gui
