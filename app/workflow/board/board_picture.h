#pragma once

#include <string>
#include <vector>

#include "app/workflow/board/board_garments.h"
#include "app/workflow/jobs/progress.h"
#include "labeling/domain/image.h"

namespace jaedan::workflow {

/// A board as a picture.
struct BoardPicture {
  Image image;                 ///< as large as the board, on white; one pixel when nothing is to be seen
  std::vector<Message> notes;  ///< what could not be drawn, a sentence each
};

/// Draws the garments from their photos, cut out along their regions, at their places. What is gone, or of a photo that
/// cannot be read, is noted. kTooLarge for a board of more than 16,000 pixels a side; kCancelled; errors of the store.
Result<BoardPicture> draw_board(Project& project, const Board& board, const Watch& watch);

/// Writes the picture to `png`, marked as drawn, so that it is never taken for a photo, and beside it, under the same
/// name with the ending .json, what lies where, with names and labels. Files of these names are replaced when they were
/// written by this; kConflict for others. Returns the notes. Errors as draw_board; kInvalidArgument for another ending;
/// kIo.
Result<std::vector<Message>> save_board_picture(Project& project, const Board& board, const std::string& png,
                                                const Watch& watch);

/// What lies where, as one JSON document: photo names, garments, parts, labels and places.
Result<std::string> board_document(Project& project, const Board& board);

}  // namespace jaedan::workflow
