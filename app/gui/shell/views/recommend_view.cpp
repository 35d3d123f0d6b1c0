#include "app/gui/panels/recommend/board_panel.h"
#include "app/gui/panels/recommend/map_panel.h"
#include "app/gui/panels/recommend/outfits_panel.h"
#include "app/gui/panels/recommend/recommend_page.h"
#include "app/gui/panels/recommend/recommend_panel.h"
#include "app/gui/panels/recommend/search_panel.h"
#include "app/gui/shell/views/work_columns.h"
#include "labeling/review/state_machine.h"

namespace jaedan::gui {
namespace {

/// What fills the middle instead of the photo; nothing for the photo itself.
std::function<void(Document*)> middle_of(const Ui& ui, StudioState& state) {
  switch (state.view.recommend_page) {
    case RecommendPage::kMap:
      return [&](Document*) {
        if (state.view.map_feed.is_due(ui.now_s)) ui.ask.push(AskMap{});
        state.view.map_feed.may_keep_clusters = check_role(state.who, Deed::kManage).ok();
        map_panel(ui, *state.taxonomy, state.view.map_feed, state.workspace->thumbnails(), state.view.map);
      };
    case RecommendPage::kOutfits:
      return [&](Document* shown) {
        outfits_panel(ui, *state.taxonomy, {shown, state.view.selection, state.workspace->photos().filter()},
                      state.workspace->thumbnails(), state.view.outfits);
      };
    case RecommendPage::kSearch:
      return [&](Document* shown) {
        search_panel(ui, *state.taxonomy, shown ? shown->id() : PhotoId(), state.workspace->thumbnails(),
                     state.view.search);
      };
    case RecommendPage::kBoard:
      return [&](Document*) { board_panel(ui, state.workspace->thumbnails(), state.view.board); };
    case RecommendPage::kPhoto: break;
  }
  return {};
}

}  // namespace

/// What is like the selected garment and what goes with it, and pages about all garments.
void draw_recommend_view(const Ui& ui, StudioState& state, const Rect& area) {
  draw_work_columns(
      ui, state, area,
      [&](const Document& shown) {
        page_buttons(ui, state.view.recommend_page);
        recommend_panel(ui, *state.taxonomy, {shown, state.view.selection, state.workspace->photos().filter()},
                        state.workspace->thumbnails(), state.view.recommend);
      },
      middle_of(ui, state));
}

}  // namespace jaedan::gui
