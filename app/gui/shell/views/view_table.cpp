#include <algorithm>

#include "app/gui/shell/studio_state.h"
#include "app/gui/shell/views/view.h"

namespace jaedan::gui {

// One file each, *_view.cpp.
void draw_annotate_view(const Ui& ui, StudioState& state, const Rect& area);
void draw_recommend_view(const Ui& ui, StudioState& state, const Rect& area);

const std::vector<View>& view_table() {
  static const std::vector<ActionGroup> kAll = {ActionGroup::kPhotos, ActionGroup::kDraw,   ActionGroup::kEdit,
                                                ActionGroup::kLabel,  ActionGroup::kReview, ActionGroup::kTasks,
                                                ActionGroup::kView};
  static const std::vector<View> kViews = {
      {"annotate", "tab.garments", Text::kTabGarments, kAll, draw_annotate_view},
      {"recommend", "tab.recommend", Text::kTabRecommend, kAll, draw_recommend_view},
  };
  return kViews;
}

bool View::takes(ActionGroup group) const { return std::find(groups.begin(), groups.end(), group) != groups.end(); }

const View& current_view(const StudioState& state) {
  for (const View& view : view_table()) {
    if (state.view.shown_view == view.id) return view;
  }
  return view_table().front();
}

void toggle_view(std::string_view id, StudioState& state) {
  state.view.shown_view = state.view.shown_view == id ? view_table().front().id : std::string(id);
}

}  // namespace jaedan::gui
