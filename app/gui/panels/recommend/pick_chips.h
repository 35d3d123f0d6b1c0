#pragma once

#include <vector>

#include "app/gui/panels/recommend/recommend_question.h"
#include "app/gui/project/thumbnails.h"

namespace jaedan::gui {

/// What was picked as small pictures, "more like this" with a plus and "less like this" with a minus; a press takes one
/// back, and the button behind them all at once. Nothing where nothing was picked. Items: pick.0, pick.1, …,
/// picks.none.
void pick_chips(const Ui& ui, std::vector<PickedItem>& picks, Thumbnails& thumbnails);

}  // namespace jaedan::gui
