#pragma once

#include "app/gui/base/ui.h"
#include "app/gui/panels/recommend/map_state.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::gui {

/// The clusters of each part, the largest first, with how many garments are in them. The one under the mouse lights its
/// garments up; a press catches them as a lasso does, so that their photos can be listed. Nothing where there are none.
void clusters_list(const Ui& ui, const Taxonomy& taxonomy, const GarmentMap& map, MapState& state);

}  // namespace jaedan::gui
