#include "app/gui/shell/view_state.h"

namespace jaedan::gui {

void ViewState::photo_changed(bool same_photo) {
  PhotoView::photo_changed(same_photo);
  recommend = {};
  scroll_to_photo = true;
  if (!same_photo) attribute_mode = {};
}

}  // namespace jaedan::gui
