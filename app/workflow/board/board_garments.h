#pragma once

#include <optional>
#include <vector>

#include "app/workflow/board/board.h"
#include "app/workflow/project/project.h"
#include "labeling/domain/annotation.h"

namespace jaedan::workflow {

/// What a card of a board shows.
struct BoardGarment {
  BoardCard card;
  Photo photo;                   ///< nothing but its id when it is gone
  std::optional<Garment> found;  ///< none: it, or its photo, is gone
  Rect box;                      ///< of its region, image space

  /// Why there is nothing to see.
  std::optional<Message> gone() const;
};

/// The garments of all cards, in their order. Errors of the store other than that something is not there.
Result<std::vector<BoardGarment>> garments_of(Project& project, const Board& board);

}  // namespace jaedan::workflow
