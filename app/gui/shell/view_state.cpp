#include "app/gui/shell/view_state.h"

namespace jaedan::gui {

void ViewState::photo_changed(bool same_photo) {
  canvas.drag.release();
  canvas.hover.reset();
  canvas.pressed_edge.reset();
  canvas.paint.reset();
  canvas.line.clear();
  proposal.reset();
  recommend = {};
  scroll_to_photo = true;
  if (same_photo) return;
  canvas.draw = DrawTool();
  canvas.clicks = ClickDraft();
  canvas.tool = Tool::kSelect;
  canvas.fitted = true;
  selection.clear();
  attribute_mode = {};
}

}  // namespace jaedan::gui
