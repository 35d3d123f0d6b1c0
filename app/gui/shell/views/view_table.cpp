#include <algorithm>

#include "app/gui/shell/studio_state.h"
#include "app/gui/shell/views/view.h"

namespace jaedan::gui {

// One file each, *_view.cpp.
void draw_annotate_view(const Ui& ui, StudioState& state, const Rect& area);
void draw_manage_view(const Ui& ui, StudioState& state, const Rect& area);
void draw_recommend_view(const Ui& ui, StudioState& state, const Rect& area);
void draw_review_view(const Ui& ui, StudioState& state, const Rect& area);

const std::vector<View>& view_table() {
  static const std::vector<ActionGroup> kAll = {ActionGroup::kPhotos, ActionGroup::kDraw,   ActionGroup::kEdit,
                                                ActionGroup::kLabel,  ActionGroup::kReview, ActionGroup::kTasks,
                                                ActionGroup::kView};
  static const std::vector<ActionGroup> kLooking = {ActionGroup::kPhotos, ActionGroup::kReview, ActionGroup::kTasks,
                                                    ActionGroup::kView};
  static const std::vector<ActionGroup> kAway = {ActionGroup::kPhotos, ActionGroup::kTasks, ActionGroup::kView};
  // Decided by the keys that finish and reject elsewhere.
  static const std::vector<std::pair<ActionId, ActionId>> kDecides = {
      {"finish"_action, "approve"_action},
      {"reject"_action, "return_photo"_action},
      {"next_garment"_action, "other_comparison"_action},
      {"previous_garment"_action, "other_version"_action},
      {"undo"_action, "undo_decision"_action},
      {"cancel"_action, "unpin"_action}};
  // Of a photo that is not in sight nothing is decided by a key.
  static const std::vector<std::pair<ActionId, ActionId>> kNothing = {
      {"submit_task"_action, {}},     {"release_task"_action, {}},        {"skip_task"_action, {}},
      {"take_photo"_action, {}},      {"take_over"_action, {}},           {"next_task"_action, {}},
      {"next_photo"_action, {}},      {"previous_photo"_action, {}},      {"tick_photo"_action, {}},
      {"next_unfinished"_action, {}}, {"previous_unfinished"_action, {}}, {"tick_all"_action, {}},
      {"label_ticked"_action, {}}};
  static const std::vector<View> kViews = {
      {"annotate", "tab.garments", Text::kTabGarments, kAll, draw_annotate_view, false, {}, false, true},
      {"recommend", "tab.recommend", Text::kTabRecommend, kAll, draw_recommend_view},
      {"review", "tab.review", Text::kTabReview, kLooking, draw_review_view, true, kDecides},
      {"manage", "tab.manage", Text::kTabManage, kAway, draw_manage_view, true, kNothing, true},
  };
  return kViews;
}

bool View::takes(ActionGroup group) const { return std::find(groups.begin(), groups.end(), group) != groups.end(); }

bool View::has_button(const Actor& who) const {
  return (!for_teams || who.in_team()) && (!for_managers || who.roles.has(Role::kManager));
}

ActionId View::here(ActionId action) const {
  for (const auto& [elsewhere, here] : instead) {
    if (elsewhere == action) return here;
  }
  return action;
}

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
