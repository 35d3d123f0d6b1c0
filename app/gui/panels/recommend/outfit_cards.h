#pragma once

#include <string>
#include <vector>

#include "app/gui/base/ui.h"
#include "app/gui/project/thumbnails.h"
#include "app/workflow/recommend/recommend_items.h"

namespace jaedan::gui {

/// A garment as a card: the cut-out, a line under it, and why it is there while the mouse is on it.
struct OutfitCard {
  const workflow::RecommendedItem* item = nullptr;
  std::string caption;
  std::string why;  ///< in the window's language
};

/// Cards beside each other, as many in a row as there is room for. A click asks for OpenPhoto. Items are named
/// NAME.0, NAME.1, ….
void outfit_cards(const Ui& ui, const std::string& name, const std::vector<OutfitCard>& cards, Thumbnails& thumbnails);

}  // namespace jaedan::gui
