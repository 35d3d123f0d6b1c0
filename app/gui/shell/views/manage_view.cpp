#include <imgui.h>

#include <algorithm>

#include "app/gui/panels/manage/manage_panel.h"
#include "app/gui/shell/views/fixed_panel.h"
#include "app/gui/shell/views/view.h"
#include "app/gui/shell/views/work_columns.h"

namespace jaedan::gui {
namespace {

constexpr float kPagesColumn = 150;
constexpr float kLeastViewButtons = 300;

}  // namespace

/// The manager's numbers, the team, and the change log.
void draw_manage_view(const Ui& ui, StudioState& state, const Rect& area) {
  Workspace& workspace = *state.workspace;
  ManageDesk& desk = workspace.manage();
  const float line = ui.px(1);
  const float top = static_cast<float>(area.y) + line, height = static_cast<float>(area.height) - 2 * line;
  const float pages = ui.px(kPagesColumn), screen = static_cast<float>(area.width);
  const ImVec2 padding(ui.px(12), ui.px(10));
  fixed_panel({"manage.pages", {0, top}, {pages, height}, ui.theme.panel, padding},
              [&] { manage_pages(ui, state.view.manage); });
  // The buttons of the views stand where they stand in the other views.
  const float buttons = std::max(ui.px(ui.settings.right_width), ui.px(kLeastViewButtons));
  const float bar = ImGui::GetFrameHeight() + 2 * padding.y;
  fixed_panel({"manage.views", {screen - buttons, top}, {buttons, bar}, ui.theme.panel, padding},
              [&] { view_buttons(ui, state); });
  fixed_panel({"manage.title", {pages + line, top}, {screen - buttons - pages - line, bar}, ui.theme.panel, padding},
              [] {});
  fixed_panel({"manage", {pages + line, top + bar}, {screen - pages - line, height - bar}, ui.theme.panel, padding},
              [&] {
                const ManageView view{*state.taxonomy,
                                      desk.work(),
                                      desk.quality(),
                                      desk.team(),
                                      desk.records(),
                                      desk.refused(),
                                      workspace.photos().filter()};
                manage_panel(ui, view, state.view.manage);
              });
}

}  // namespace jaedan::gui
