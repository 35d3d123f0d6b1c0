#pragma once

#include <string>

#include "app/workflow/board/board.h"
#include "app/workflow/project/project.h"

namespace jaedan::workflow {

/// The board of the project; an empty one when none was kept. kCorrupt, which names the file, when it cannot be
/// understood: who goes on with an empty board then has it put aside under another name with the next save.
Result<Board> load_board(const Project& project);

/// Keeps it in the project's folder, in one step. Errors of a project that may not be written, and kIo.
Status save_board(Project& project, const Board& board);

}  // namespace jaedan::workflow
