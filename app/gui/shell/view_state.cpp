#include "app/gui/shell/view_state.h"

namespace jaedan::gui {

void ViewState::photo_changed(bool same_photo) {
  PhotoView::photo_changed(same_photo);
  recommend.photo_changed(same_photo);
  photos.scroll_to_photo = true;
  if (same_photo) return;
  labels.forget_mode();
  review.photo_changed();
}

}  // namespace jaedan::gui
