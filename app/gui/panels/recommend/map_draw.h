#pragma once

#include <imgui.h>

#include "app/gui/base/ui.h"
#include "app/gui/panels/recommend/map_state.h"
#include "app/gui/project/thumbnails.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::gui {

/// What the field is drawn of.
struct MapShown {
  const GarmentMap& map;
  const MapLayout& layout;
  const Taxonomy& taxonomy;
};

/// What is drawn where there is no room for everything: at most `most_dots` dots, some pixels apart, and pictures that
/// do not cover each other where few enough garments are in sight. `scale`: pixels a design pixel. Changes nothing
/// while the same layout is looked at from the same place.
void choose_drawn(const MapLayout& layout, const Viewport& view, double scale, std::size_t most_dots,
                  MapState::Drawn& drawn);
/// Heat map, dots, pictures, lasso and what is chosen, within the view's area. Each picture is an item
/// "map.garment.PLACE".
void draw_map(const Ui& ui, const MapShown& shown, Thumbnails& thumbnails, MapState& state, ImDrawList& out);

}  // namespace jaedan::gui
