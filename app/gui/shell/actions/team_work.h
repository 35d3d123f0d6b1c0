#pragma once

#include "app/gui/shell/studio_state.h"

namespace jaedan::gui {

// What a manager asks for in the manage view (base/manage_requests.h). Nothing without an open project; nothing is
// found out in the frame that asks.

void ask_manager(StudioState& state, const AskWork& asked);
void ask_manager(StudioState& state, const AskQuality& asked);
void ask_manager(StudioState& state, const AskTeam& asked);
void ask_manager(StudioState& state, const SearchLog& asked);
void ask_manager(StudioState& state, const ShowBehind& asked);
void ask_manager(StudioState& state, const ShowWaiting& asked);
void ask_manager(StudioState& state, const SealLog& asked);
void ask_manager(StudioState& state, ChangeTeam& asked);
/// The list of these photos, where photos are worked on. `total`: of how many those of `filter.only` are the first;
/// none: they are all.
void show_photos(StudioState& state, labeling::PhotoFilter filter, workflow::PhotoTotal total = {});

}  // namespace jaedan::gui
