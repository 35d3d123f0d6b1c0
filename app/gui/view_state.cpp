#include "app/gui/view_state.h"

namespace jaedan::gui {

void ViewState::photo_changed(bool same_photo) {
  canvas.drag.release();
  canvas.draw = DrawTool();
  canvas.tool = Tool::kSelect;
  canvas.hover.reset();
  canvas.pressed_edge.reset();
  if (!same_photo) canvas.fitted = true;
  selection.clear();
  proposal.reset();
  attribute_mode = {};
  recommend = {};
  scroll_to_photo = true;
}

}  // namespace jaedan::gui
