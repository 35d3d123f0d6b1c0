#pragma once

#include <memory>

#include "app/gui/canvas/canvas.h"
#include "app/gui/panels/review/review_state.h"

namespace jaedan::gui {

/// The photo with what changed on it. A drag of the line moves it, a click elsewhere pins what is said next to a place;
/// nothing on the photo is changed. `document` may be null, and `review` while it is being found out: then the photo is
/// shown as it is.
void review_canvas(const Ui& ui, Document* document, bool loading, const std::shared_ptr<const PhotoReview>& review,
                   PhotoView& view, ReviewState& state);

}  // namespace jaedan::gui
