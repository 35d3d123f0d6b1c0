#pragma once

#include <vector>

#include "app/gui/shell/studio_state.h"

namespace jaedan::gui {

// What becomes of the board (BoardState). It is read and kept on the thread that reads photos; what it shows is looked
// up there, too.

void open_board(StudioState& state);
/// Pins the garments, and says so; of whole photos nothing.
void pin_to_board(StudioState& state, const std::vector<workflow::RecommendedItem>& items);
void change_board(StudioState& state, workflow::Board board);
void undo_board(StudioState& state);
/// Saves it as a picture and a document beside it, as a job that people see.
void save_board_as(StudioState& state, const std::string& path);

}  // namespace jaedan::gui
