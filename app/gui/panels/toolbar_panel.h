#pragma once

#include <string>

#include "app/gui/base/ui.h"
#include "app/gui/canvas/canvas_state.h"
#include "app/gui/project/document.h"

namespace jaedan::gui {

/// What the toolbar remembers between frames.
struct ToolbarState {
  bool open_look = false;  ///< the look's menu was asked for
  int squeeze = 0;         ///< how much is left out to fit, 0 = nothing
  float squeezed_at = 0;   ///< the width, in letters, that this was found for
};

/// Top: project, tools, parts, undo, look, state of the photo, approve and return. `document` may be null: nothing is
/// open. Of `view` it shows the tool in hand, changes the look, and sets draw_again when it was too wide: the next
/// frame leaves more out.
void toolbar_panel(const Ui& ui, const std::string& project_name, const Document* document, PhotoView& view,
                   ToolbarState& state);

}  // namespace jaedan::gui
