#pragma once

#include "app/gui/shell/studio_state.h"

namespace jaedan::gui {

/// The answer comes into ViewState::search; the last question counts.
void ask_search(StudioState& state, const workflow::SearchQuery& query);

}  // namespace jaedan::gui
