#include "app/gui/canvas/canvas_state.h"

namespace jaedan::gui {

void PhotoView::photo_changed(bool same_photo) {
  canvas.tools.in_hand().drop_gesture();
  canvas.hover.reset();
  proposal.reset();
  measured.reset();
  if (same_photo) return;
  canvas.tools.put_down();
  canvas.fitted = true;
  selection.clear();
}

}  // namespace jaedan::gui
