#include <imgui.h>

#include <algorithm>

#include "app/gui/canvas/canvas.h"
#include "app/gui/draw/widgets.h"
#include "app/gui/panels/dialogs/accept_all_dialog.h"
#include "app/gui/panels/dialogs/first_start_dialog.h"
#include "app/gui/panels/dialogs/help_dialog.h"
#include "app/gui/panels/dialogs/settings_dialog.h"
#include "app/gui/panels/garments_panel.h"
#include "app/gui/panels/status_panel.h"
#include "app/gui/panels/welcome_panel.h"
#include "app/gui/shell/app.h"

namespace jaedan::gui {
namespace {

constexpr float kToolbarHeight = 46;
constexpr float kStatusHeight = 30;
constexpr float kSplitter = 5;
constexpr float kLeastSide = 180;
constexpr float kLeastCanvas = 320;
constexpr float kLeastLabels = 240;

constexpr ImGuiWindowFlags kPanelFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                                         ImGuiWindowFlags_NoNav;

/// A panel at a fixed place; its content is drawn by `content`.
template <typename Content>
void panel(const char* name, ImVec2 at, ImVec2 size, Colour background, ImVec2 padding, const Content& content,
           ImGuiWindowFlags flags = 0) {
  ImGui::SetNextWindowPos(at);
  ImGui::SetNextWindowSize(size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, background);
  ImGui::Begin(name, nullptr, kPanelFlags | flags);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
  content();
  ImGui::End();
}

}  // namespace

void App::draw(const Ui& ui) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float top = ui.px(kToolbarHeight);
  const float bottom = ui.px(kStatusHeight);
  const float middle = screen.y - top - bottom;
  const ImVec2 bar_padding(ui.px(10), 0);
  view_.draw_again = false;
  if (notice_until_s_ < ui.now_s) notice_.clear();
  if (workspace_) {
    panel("toolbar", {0, 0}, {screen.x, top}, theme_.panel, bar_padding,
          [&] { toolbar_panel(ui, workspace_->name(), document(), view_, view_.toolbar); });
    draw_project(ui, top, middle);
  } else {
    panel("welcome", {0, 0}, {screen.x, screen.y - bottom}, theme_.backdrop, {ui.px(24), ui.px(24)},
          [&] { welcome_panel(ui, view_.user); });
  }
  panel("status", {0, screen.y - bottom}, {screen.x, bottom}, theme_.panel, bar_padding, [&] {
    StatusView status;
    if (workspace_) {
      status.jobs = workspace_->worker().jobs().visible();
      status.loading = workspace_->loading();
    }
    status.notice = notice_;
    status.notice_is_error = notice_is_error_;
    status_panel(ui, document(), status, view_, view_.labels.mode.on());
  });
  if (workspace_ && settings_.first_start && view_.dialog == Dialog::kNone) {
    if (first_start_shown_) {
      settings_.first_start = false;
    } else {
      view_.dialog = Dialog::kFirstStart;
    }
    first_start_shown_ = true;
  }
  first_start_dialog(ui, view_.dialog, view_.user);
  help_dialog(ui, view_.dialog, view_.key_choice);
  settings_dialog(ui, view_.dialog, view_.user);
  folder_dialog(ui, view_.dialog, view_.folder);
  accept_all_dialog(ui, view_.dialog);
  label_ticked_dialog(ui, *taxonomy_, view_.ticks, view_.dialog, view_.shared_answer);
}

void App::draw_project(const Ui& ui, float top, float height) {
  const float screen = ImGui::GetIO().DisplaySize.x;
  const float line = ui.px(1);
  top += line;
  height -= 2 * line;
  const float most = std::max(screen - ui.px(kLeastCanvas), ui.px(2 * kLeastSide));
  const float left = std::clamp(ui.px(settings_.left_width), ui.px(kLeastSide), most / 2);
  const float right = std::clamp(ui.px(settings_.right_width), ui.px(kLeastSide), most - left);
  const float gap = line;
  const ImVec2 padding(ui.px(12), ui.px(10));
  panel("left", {0, top}, {left, height}, theme_.panel, padding, [&] {
    photos_panel(ui, *taxonomy_, workspace_->photos(), workspace_->thumbnails(), workspace_->current(), view_.photos,
                 view_.ticks);
  });
  const float canvas_left = left + gap;
  const float canvas_width = screen - left - right - 2 * gap;
  const bool empty = workspace_->photos().complete() && workspace_->photos().size() == 0 && !document();
  panel(
      "middle", {canvas_left, top}, {canvas_width, height}, theme_.backdrop, {0, 0},
      [&] {
        if (empty) {
          empty_project_panel(ui);
        } else {
          canvas_panel(ui, document(), workspace_->loading(), regions_, view_);
        }
      },
      ImGuiWindowFlags_NoScrollWithMouse);
  panel("right", {screen - right, top}, {right, height}, theme_.panel, padding, [&] { draw_right(ui); });
  if (Document* shown = document(); shown && shown->save_conflict && !workspace_->loading()) draw_conflict(ui);
  Settings changed = settings_;
  splitter(ui, "splitter.left", left, top, height, +1, changed.left_width);
  splitter(ui, "splitter.right", screen - right, top, height, -1, changed.right_width);
  if (changed.left_width != settings_.left_width || changed.right_width != settings_.right_width) {
    ui.ask.push(ChangeSettings{changed});
  }
}

void App::draw_right(const Ui& ui) {
  const float half = (ImGui::GetContentRegionAvail().x - ui.px(6)) / 2;
  const auto tab = [&](const char* name, Text text, RightTab which) {
    const ButtonKind kind = view_.right_tab == which ? ButtonKind::kOn : ButtonKind::kQuiet;
    if (text_button(ui, name, ui.text(text), kind, half)) view_.right_tab = which;
  };
  tab("tab.garments", Text::kTabGarments, RightTab::kGarments);
  ImGui::SameLine(0, ui.px(6));
  tab("tab.recommend", Text::kTabRecommend, RightTab::kRecommend);
  ImGui::BeginChild("right_content");
  if (Document* shown = document()) {
    if (view_.right_tab == RightTab::kGarments) {
      garments_panel(ui, *taxonomy_, *shown, view_);
      // Labels scroll below the list of garments, which stays in sight.
      ImGui::BeginChild("labels", {0, std::max(ImGui::GetContentRegionAvail().y, ui.px(kLeastLabels))});
      attributes_panel(ui, *taxonomy_, *shown, view_.selection, view_.labels);
      ImGui::EndChild();
    } else {
      recommend_panel(ui, *taxonomy_, *shown, workspace_->thumbnails(), view_.selection, view_.recommend);
    }
  }
  ImGui::EndChild();
}

void App::draw_conflict(const Ui& ui) {
  const Rect& area = view_.canvas.area;
  const auto width = static_cast<float>(std::min(area.width - 40, static_cast<double>(ui.px(520))));
  ImGui::SetNextWindowFocus();
  panel("conflict",
        {static_cast<float>(area.x) + (static_cast<float>(area.width) - width) / 2,
         static_cast<float>(area.y) + ui.px(16)},
        {width, ui.px(96)}, theme_.panel, {ui.px(16), ui.px(12)}, [&] {
          ImGui::PushStyleColor(ImGuiCol_Text, theme_.bad);
          ImGui::TextWrapped("%s", ui.text(Text::kConflictTitle));
          ImGui::PopStyleColor();
          if (text_button(ui, "conflict.reload", ui.text(Text::kReload), ButtonKind::kPrimary))
            ui.ask.push(Ask::kReloadPhoto);
        });
}

void App::splitter(const Ui& ui, const char* name, float x, float top, float height, float direction, float& width) {
  const float half = ui.px(kSplitter) / 2;
  panel(name, {x - half, top}, {2 * half, height}, with_alpha(theme_.panel, 0), {0, 0}, [&] {
    ImGui::InvisibleButton("grip", {2 * half, height});
    remember_item(ui, name);
    if (ImGui::IsItemHovered() || ImGui::IsItemActive()) {
      ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
      ImGui::GetWindowDrawList()->AddRectFilled({x - ui.px(1), top}, {x + ui.px(1), top + height}, theme_.accent);
    }
    if (ImGui::IsItemActive()) width += direction * ImGui::GetIO().MouseDelta.x / ui.scale;
  });
}

}  // namespace jaedan::gui
