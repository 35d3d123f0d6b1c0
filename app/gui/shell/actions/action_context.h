#pragma once

#include "app/gui/canvas/canvas_tool.h"
#include "app/gui/shell/studio_state.h"

namespace jaedan::gui {

/// What an action works on.
struct ActionContext {
  StudioState& state;
  const Ui& ui;

  Document* document() const { return state.document(); }
  /// Only with a photo on screen, as the members below.
  ToolContext tool() const { return {ui, *state.document(), state.regions, state.edges, state.view}; }
  /// The tool in hand gets the key first.
  bool tool_takes(ToolKey key) const { return state.view.canvas.tools.in_hand().key(key, tool()); }
};

}  // namespace jaedan::gui
