#pragma once

#include <cstdint>
#include <set>

#include "app/gui/base/ui.h"
#include "app/gui/project/photo_list.h"

namespace jaedan::gui {

/// Photos that are to be labelled together.
struct PhotoTicks {
  std::set<PhotoId> photos;
  PhotoId anchor;  ///< Shift ticks from here; none yet: from the open photo

  bool contains(PhotoId id) const { return photos.count(id) > 0; }
  void toggle(PhotoId id) {
    if (photos.erase(id) == 0) photos.insert(id);
  }
  /// All of the list, or none when they were ticked already.
  void toggle_all(const PhotoList& list);
};

/// Parts of the photos' panel.
inline constexpr float kTickBox = 17;  ///< side of the box, design pixels

/// A click on a photo with Ctrl or Shift ticks; false: it means something else.
bool ticks_take_click(std::int64_t index, const PhotoList& photos, PhotoId current, PhotoTicks& ticks);
/// The box beside a photo. Drawn while the photo is hovered, or anything is ticked.
void tick_box(const Ui& ui, PhotoId id, std::int64_t index, bool row_hovered, PhotoTicks& ticks);
/// How many are ticked, and what can be done with them; nothing while none is.
void ticked_bar(const Ui& ui, PhotoTicks& ticks);

}  // namespace jaedan::gui
