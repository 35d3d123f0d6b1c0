#include "app/gui/panels/recommend/map_state.h"

namespace jaedan::gui {

void MapState::follow(const std::shared_ptr<const GarmentMap>& map) {
  if (map == shown) return;
  shown = map;
  hover.reset();
  selected.reset();
  lit.reset();
  pointed.reset();
  drawing = false;
  grip.reset();
  forget_caught();
  legend_by.clear();
  drawn = {};
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

void MapState::forget_caught() {
  lasso.clear();
  caught.clear();
  caught_photos.clear();
  is_caught.clear();
}

}  // namespace jaedan::gui
