#pragma once

#include <vector>

#include "app/gui/shell/actions/action.h"

namespace jaedan::gui {

struct StudioState;
struct Ui;

/// All actions: the rows of *_actions.cpp, and one for each tool (canvas/tool_table.h).
std::vector<ActionInfo> action_infos();

/// Finds out which actions may be used now.
void mark_usable(StudioState& state);
/// Does what was asked for, or says why it cannot be done just now. Nothing happens for an action that means nothing
/// here.
void perform(ActionId id, StudioState& state, const Ui& ui);

}  // namespace jaedan::gui
