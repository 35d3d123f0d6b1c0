#include "app/gui/panels/recommend/map_state.h"

#include <utility>

namespace jaedan::gui {

void MapState::follow(const std::shared_ptr<const GarmentMap>& map) {
  if (map == shown) return;
  const bool is_same = map && shown && same_garments(*map, *shown);
  shown = map;
  legend_by.clear();
  drawn = {};
  lit.reset();
  pointed.reset();
  pointed_cluster.reset();
  caught_cluster.reset();
  cluster_sizes.assign(map ? map->clusters.size() : 0, 0);
  for (const std::int32_t cluster : map ? map->cluster_of : std::vector<std::int32_t>()) {
    if (cluster >= 0 && static_cast<std::size_t>(cluster) < cluster_sizes.size()) {
      ++cluster_sizes[static_cast<std::size_t>(cluster)];
    }
  }
  if (is_same) return;
  hover.reset();
  selected.reset();
  drawing = false;
  grip.reset();
  forget_caught();
}

void MapState::show(MapPlane wanted) {
  if (plane == wanted) return;
  plane = wanted;
  fitted = true;
  drawing = false;
  grip.reset();
  hover.reset();
  lasso.clear();
  drawn = {};
}

void MapState::hold(const GarmentMap& map, std::vector<std::uint32_t> garments) {
  forget_caught();
  caught = std::move(garments);
  caught_photos = photos_of(map, caught);
  is_caught.assign(map.garments.size(), false);
  for (const std::uint32_t place : caught) is_caught[place] = true;
}

void MapState::forget_caught() {
  caught_cluster.reset();
  lasso.clear();
  caught.clear();
  caught_photos.clear();
  is_caught.clear();
}

}  // namespace jaedan::gui
