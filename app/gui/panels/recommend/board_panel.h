#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/gui/base/ui.h"
#include "app/gui/project/thumbnails.h"
#include "app/workflow/board/board_garments.h"

namespace jaedan::gui {

/// The board as it is kept, with what its cards show; whoever does its requests fills it.
struct BoardState {
  bool is_there = false;  ///< it was read
  bool waiting = false;
  std::optional<Error> error;  ///< why it could not be read or kept
  workflow::Board board;
  std::vector<workflow::BoardGarment> garments;  ///< one a card, as far as they were looked up
  std::vector<workflow::Board> before;           ///< what undo goes back to, the last first to go
  std::string path;                              ///< of the picture; the panel's own, as are the rest

  std::optional<workflow::Board> moved;  ///< while a card is dragged
  std::optional<std::size_t> selected;   ///< place among the cards
  float grip_x = 0, grip_y = 0;          ///< of the mouse in the card
};

/// The middle: what was pinned, to be dragged, resized with the wheel and laid on top by a press; a double click asks
/// for OpenPhoto. Asks for OpenBoard, ChangeBoard, UndoBoard and SaveBoard.
void board_panel(const Ui& ui, Thumbnails& thumbnails, BoardState& state);

}  // namespace jaedan::gui
