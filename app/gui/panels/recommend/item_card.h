#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/gui/base/ui.h"
#include "app/gui/project/thumbnails.h"
#include "app/workflow/recommend/recommend_items.h"

namespace jaedan::gui {

/// What a person said of a garment that was found. Shown by an edge and by an icon, never by a colour alone.
enum class CardMark { kNone, kLiked, kDisliked };

/// What was pressed and only the panel that shows the card can do: whoever keeps what is liked.
enum class CardPress { kNone, kMoreLikeThis, kLessLikeThis };

/// A garment that was found, as every panel shows one: the cut-out, a line under it, and what can be done with it.
struct ItemCard {
  const workflow::RecommendedItem* item = nullptr;  ///< somebody else's, there until it is drawn; never null then
  std::string caption;                              ///< one line, cut off where it is too long
  std::string why;                                  ///< lines in the window's language, below the photo's name on hover
  CardMark mark = CardMark::kNone;
  bool can_be_pinned = true;   ///< offers "pin to the board"
  bool can_be_judged = false;  ///< offers "more like this" and "less like this"
};

/// One card, its picture `width` × `height` pixels large, the caption below. A click asks for OpenPhoto. While the
/// mouse is over it there are buttons at the picture's lower end, a click with the right button opens a menu of the
/// same: open (asks for OpenPhoto), pin (asks for PinToBoard), more and less like this (returned; pressed on a card
/// that is marked so it is meant to take the mark back). Items: NAME the picture, NAME.open, NAME.pin, NAME.more,
/// NAME.less the buttons, which can be pressed by name without hovering first; card.open, card.pin, card.more,
/// card.less the menu.
CardPress item_card(const Ui& ui, const std::string& name, const ItemCard& card, float width, float height,
                    Thumbnails& thumbnails);

/// Which of several cards was pressed.
struct PressedCard {
  std::size_t card = 0;  ///< place in the list
  CardPress press = CardPress::kNone;
};

/// Cards side by side, as many in a row as there is room for, as wide as the row is filled. Named NAME.0, NAME.1, ….
std::optional<PressedCard> item_cards(const Ui& ui, const std::string& name, const std::vector<ItemCard>& cards,
                                      Thumbnails& thumbnails);
/// How many that are in the room that there is; at least one.
std::size_t cards_in_row(const Ui& ui);

}  // namespace jaedan::gui
