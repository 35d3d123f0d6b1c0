#include "app/gui/shell/views/work_columns.h"

#include <imgui.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "app/gui/canvas/canvas.h"
#include "app/gui/draw/widgets.h"
#include "app/gui/panels/conflict_panel.h"
#include "app/gui/panels/dialogs/relocate_dialog.h"
#include "app/gui/panels/photo_title.h"
#include "app/gui/panels/photos_panel.h"
#include "app/gui/panels/review/task_panel.h"
#include "app/gui/panels/welcome_panel.h"
#include "app/gui/shell/views/fixed_panel.h"
#include "app/gui/shell/views/view.h"

namespace jaedan::gui {
namespace {

constexpr float kSplitter = 5;
constexpr float kLeastSide = 180;
constexpr float kLeastCanvas = 320;

/// `direction`: +1 where a pull to the right makes the column wider, else -1. `width`: design pixels.
void splitter(const Ui& ui, const char* name, ImVec2 top, float height, float direction, float& width) {
  const float half = ui.px(kSplitter) / 2;
  fixed_panel({name, {top.x - half, top.y}, {2 * half, height}, with_alpha(ui.theme.panel, 0), {0, 0}}, [&] {
    ImGui::InvisibleButton("grip", {2 * half, height});
    remember_item(ui, name);
    if (ImGui::IsItemHovered() || ImGui::IsItemActive()) {
      ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
      ImGui::GetWindowDrawList()->AddRectFilled({top.x - ui.px(1), top.y}, {top.x + ui.px(1), top.y + height},
                                                ui.theme.accent);
    }
    if (ImGui::IsItemActive()) width += direction * ImGui::GetIO().MouseDelta.x / ui.scale;
  });
}

void middle(const Ui& ui, StudioState& state, const std::function<void(Document*)>& canvas) {
  Workspace& workspace = *state.workspace;
  const bool empty = workspace.photos().complete() && workspace.photos().size() == 0 && !state.document() &&
                     !workspace.tasks().sees_tasks_only();
  const Document* shown = state.document();
  if (shown) {
    const PhotoList& photos = workspace.photos();
    std::string place = place_in_list(ui.text, photos.index_of(shown->id()), photos.size());
    const std::string task = task_words(ui.text, workspace.tasks().on(shown->id()));
    if (!task.empty()) place = task + "   " + place;
    photo_title(ui, shown->session.photo().name, place);
  }
  if (empty) {
    empty_project_panel(ui);
  } else if (!shown && !workspace.lost().empty()) {
    lost_photos_panel(ui, workspace.lost());
  } else if (shown && shown->theirs && !state.view.canvas.tools.in_hand().dragging()) {
    conflict_panel(ui, *shown);
  } else if (!shown && workspace.tasks().sees_tasks_only() && !workspace.loading()) {
    no_task_panel(ui);
  } else if (canvas) {
    canvas(state.document());
  } else {
    canvas_panel(ui, state.document(), workspace.loading(), state.regions, state.edges, state.view);
  }
}

}  // namespace

void view_buttons(const Ui& ui, StudioState& state) {
  std::vector<const View*> views;
  const View* const current = &current_view(state);
  for (const View& view : view_table()) {
    if (view.has_button(state.who) || &view == current) views.push_back(&view);
  }
  const auto count = static_cast<float>(views.size());
  const float room = ImGui::GetContentRegionAvail().x - ui.px(6) * (count - 1);
  const auto letters = [&](const View* view) { return ImGui::CalcTextSize(ui.text(view->text)).x + ui.px(8); };
  float longest = 0, all = 0;
  for (const View* const view : views) {
    longest = std::max(longest, letters(view));
    all += letters(view);
  }
  const bool alike = longest <= room / count;  // else each has what its word needs
  for (const View* const view : views) {
    if (view != views.front()) ImGui::SameLine(0, ui.px(6));
    const ButtonKind kind = view == current ? ButtonKind::kOn : ButtonKind::kQuiet;
    const float width = alike ? room / count : std::max(letters(view) + (room - all) / count, ui.px(20));
    if (text_button(ui, view->item, ui.text(view->text), kind, width)) state.view.shown_view = view->id;
  }
}

void draw_work_columns(const Ui& ui, StudioState& state, const Rect& area,
                       const std::function<void(const Document&)>& right,
                       const std::function<void(Document*)>& canvas) {
  Workspace& workspace = *state.workspace;
  const Theme& theme = ui.theme;
  const auto screen = static_cast<float>(area.width);
  const float line = ui.px(1);
  const float top = static_cast<float>(area.y) + line;
  const float height = static_cast<float>(area.height) - 2 * line;
  const float most = std::max(screen - ui.px(kLeastCanvas), ui.px(2 * kLeastSide));
  const float left_width = std::clamp(ui.px(ui.settings.left_width), ui.px(kLeastSide), most / 2);
  const float right_width = std::clamp(ui.px(ui.settings.right_width), ui.px(kLeastSide), most - left_width);
  const ImVec2 padding(ui.px(12), ui.px(10));
  // Over the panels, so begun before them (fixed_panel.h).
  Settings changed = ui.settings;
  splitter(ui, "splitter.left", {left_width, top}, height, +1, changed.left_width);
  splitter(ui, "splitter.right", {screen - right_width, top}, height, -1, changed.right_width);
  if (changed.left_width != ui.settings.left_width || changed.right_width != ui.settings.right_width) {
    ui.ask.push(ChangeSettings{changed});
  }
  state.view.photos.unsaved = workspace.unsaved();
  state.view.photos.tasks_only = workspace.tasks().sees_tasks_only();
  fixed_panel({"left", {0, top}, {left_width, height}, theme.panel, padding}, [&] {
    const TaskDesk& desk = workspace.tasks();
    if (desk.in_team()) task_panel(ui, task_view_of(desk, workspace.current(), state.actor().takes_over));
    photos_panel(ui, *state.taxonomy, workspace.photos(), workspace.thumbnails(), workspace.current(),
                 state.view.photos, state.view.ticks);
  });
  const float canvas_width = screen - left_width - right_width - 2 * line;
  fixed_panel({"middle",
               {left_width + line, top},
               {canvas_width, height},
               theme.backdrop,
               {0, 0},
               ImGuiWindowFlags_NoScrollWithMouse},
              [&] { middle(ui, state, canvas); });
  // The photo is drawn before the labels, so a line over it shows and goes with the next frame.
  const std::optional<MeasuredLength> drawn = std::exchange(state.view.measured, std::nullopt);
  fixed_panel({"right", {screen - right_width, top}, {right_width, height}, theme.panel, padding}, [&] {
    view_buttons(ui, state);
    ImGui::BeginChild("right_content");
    if (const Document* shown = state.document()) right(*shown);
    ImGui::EndChild();
  });
  if (state.view.measured != drawn) state.view.draw_again = true;
}

}  // namespace jaedan::gui
