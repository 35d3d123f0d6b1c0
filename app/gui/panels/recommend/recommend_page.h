#pragma once

#include "app/gui/base/ui.h"

namespace jaedan::gui {

/// What fills the middle of the Recommend view; the dock on its right stays.
enum class RecommendPage {
  kPhoto,    ///< the photo that is worked on
  kSearch,   ///< by words or by a photo
  kMap,      ///< all garments as points
  kOutfits,  ///< what goes together
  kBoard,    ///< what was pinned
};

/// A row of buttons, one a page; a press changes `page`.
void page_buttons(const Ui& ui, RecommendPage& page);

}  // namespace jaedan::gui
