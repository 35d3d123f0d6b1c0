#pragma once

#include <memory>
#include <vector>

#include "app/gui/base/action_info.h"
#include "app/gui/canvas/canvas_tool.h"
#include "app/gui/draw/icons.h"

namespace jaedan::gui {

/// A tool: its button, its key and how it is made. The action that takes it in hand is made of the row.
struct ToolRow {
  const char* id = "";      ///< a shape that was put aside remembers it; its button is "tool." + id
  const char* action = "";  ///< that takes it in hand
  DefaultKeys keys;
  Text text = Text::kCount;
  ActionGroup group = ActionGroup::kDraw;
  Icon icon = Icon::kPointer;
  std::unique_ptr<CanvasTool> (*make)() = nullptr;
};

/// In the order of their buttons. The first one is in the hand when no other is.
const std::vector<ToolRow>& tool_table();

}  // namespace jaedan::gui
