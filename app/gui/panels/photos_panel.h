#pragma once

#include <string>
#include <vector>

#include "app/gui/base/ui.h"
#include "app/gui/panels/photo_ticks.h"
#include "app/gui/project/photo_list.h"
#include "app/gui/project/thumbnails.h"
#include "app/workflow/figures/work_figures.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::gui {

/// What the list of photos remembers between frames.
struct PhotosPanelState {
  std::string filter_typed;
  bool scroll_to_photo = false;  ///< the list follows the open photo
  workflow::PhotoTotal only_of;  ///< of so many photos those that a chart led to are the first; none: they are all
  std::vector<PhotoId> unsaved;  ///< marked; told anew for each frame
  bool tasks_only = false;       ///< it has what the person has in hand; told anew for each frame
};

/// What says that the list is of `listed` photos that a chart led to, the first of `total`.
std::string only_these_words(std::size_t listed, workflow::PhotoTotal total, const Strings& text);

/// Left: search, filter, order, how far one is, the photos. Asks for ApplyFilter, ChangeSettings, OpenPhoto, and for
/// what the ticked ones are for. Rows and pictures that are missing are asked of `photos` and `thumbnails`.
void photos_panel(const Ui& ui, const Taxonomy& taxonomy, PhotoList& photos, Thumbnails& thumbnails, PhotoId current,
                  PhotosPanelState& state, PhotoTicks& ticks);

}  // namespace jaedan::gui
