#pragma once

#include "app/gui/base/ui.h"
#include "app/gui/panels/recommend/map_state.h"
#include "app/gui/project/thumbnails.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::gui {

/// All garments as points: alike ones lie together. Fills the panel. Which plane, by what the points are coloured, the
/// heat map, the lasso; the field (map_field.h); what the colours mean; the clusters; what was clicked on or caught.
/// Asks for OpenPhoto, for ShowPhotos of what a lasso caught (the first kMostCaught photos when it was more), and for
/// another map where photos have changed. Says what is the matter where there is no map.
void map_panel(const Ui& ui, const Taxonomy& taxonomy, const MapFeed& feed, Thumbnails& thumbnails, MapState& state);

/// A list of photos is filtered by some thousands of ids at most (labeling/store/photo_catalogue.h).
inline constexpr std::size_t kMostCaught = 5000;

}  // namespace jaedan::gui
