#include "app/gui/panels/recommend/recommend_panel.h"
#include "app/gui/shell/views/work_columns.h"

namespace jaedan::gui {

/// What is like the selected garment, and what goes with it.
void draw_recommend_view(const Ui& ui, StudioState& state, const Rect& area) {
  draw_work_columns(ui, state, area, [&](const Document& shown) {
    recommend_panel(ui, *state.taxonomy, shown, state.workspace->thumbnails(), state.view.selection,
                    state.view.recommend);
  });
}

}  // namespace jaedan::gui
