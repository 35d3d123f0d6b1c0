#include "app/gui/canvas/canvas_state.h"

namespace jaedan::gui {

void PhotoView::photo_changed(bool same_photo) {
  canvas.drag.release();
  canvas.hover.reset();
  canvas.pressed_edge.reset();
  canvas.paint.reset();
  canvas.line.clear();
  proposal.reset();
  if (same_photo) return;
  canvas.draw = DrawTool();
  canvas.clicks = ClickDraft();
  canvas.tool = Tool::kSelect;
  canvas.fitted = true;
  selection.clear();
}

}  // namespace jaedan::gui
