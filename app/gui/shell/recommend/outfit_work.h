#pragma once

#include "app/gui/shell/studio_state.h"

namespace jaedan::gui {

/// Answers come into the page about what goes together; the last question counts. What is held answers at once; where
/// it is not learnt yet what goes together, that begins beside it, a job that can be cancelled.
void ask_outfits(StudioState& state, const workflow::OutfitQuery& query);

}  // namespace jaedan::gui
