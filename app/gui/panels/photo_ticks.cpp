#include "app/gui/panels/photo_ticks.h"

#include <imgui.h>

#include <algorithm>
#include <cstdio>

#include "app/gui/draw/widgets.h"

namespace jaedan::gui {
namespace {

void toggle(PhotoId id, PhotoTicks& ticks) {
  ticks.toggle(id);
  ticks.anchor = id;
}

void tick_stretch(std::int64_t index, const PhotoList& photos, PhotoId current, PhotoTicks& ticks) {
  const auto anchor = photos.index_of(ticks.anchor ? ticks.anchor : current).value_or(index);
  for (std::int64_t i = std::min(anchor, index); i <= std::max(anchor, index); ++i)
    ticks.photos.insert(photos.id_at(i));
}

}  // namespace

bool ticks_take_click(std::int64_t index, const PhotoList& photos, PhotoId current, PhotoTicks& ticks) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.KeyShift) return tick_stretch(index, photos, current, ticks), true;
  if (io.KeyCtrl) return toggle(photos.id_at(index), ticks), true;
  return false;
}

void tick_box(const Ui& ui, PhotoId id, std::int64_t index, bool row_hovered, PhotoTicks& ticks) {
  const bool on = ticks.contains(id);
  if (!on && !row_hovered && ticks.photos.empty()) return;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 to(at.x + ui.px(kTickBox), at.y + ui.px(kTickBox));
  // The row below takes the same click and is active by now.
  const bool hovered =
      ImGui::IsMouseHoveringRect(at, to) && ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
  remember_place(ui, "tick." + std::to_string(index), {at.x, at.y, ui.px(kTickBox), ui.px(kTickBox)}, hovered);
  ImDrawList& out = *ImGui::GetWindowDrawList();
  out.AddRectFilled(at, to, on ? ui.theme.accent : with_alpha(ui.theme.panel, 0.9F), ui.px(4));
  out.AddRect(at, to, on || hovered ? ui.theme.accent : ui.theme.muted, ui.px(4));
  if (on) {
    draw_icon(out, Icon::kCheck, {at.x + ui.px(kTickBox) / 2.0, at.y + ui.px(kTickBox) / 2.0}, ui.px(13),
              rgb(0xFFFFFF));
  }
  if (!hovered) return;
  ImGui::SetTooltip("%s", ui.text(Text::kTickTip));
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) toggle(id, ticks);
}

void ticked_bar(const Ui& ui, PhotoTicks& ticks) {
  if (ticks.photos.empty()) return;
  char text[64];
  std::snprintf(text, sizeof text, ui.text(Text::kTickedFormat), static_cast<long long>(ticks.photos.size()));
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(text);
  ImGui::SameLine();
  if (text_button(ui, "ticked.label", ui.text(Text::kLabelButton), ButtonKind::kPrimary)) {
    ui.ask.push("label_ticked"_action);
  }
  tooltip(ui, tooltip_with_key(ui, Text::kLabelTicked, "label_ticked"_action).c_str());
  ImGui::SameLine(0, ui.px(6));
  if (icon_button(ui, "ticked.none", Icon::kClose, ui.text(Text::kUntickAll))) ticks.photos.clear();
}

void PhotoTicks::toggle_all(const PhotoList& list) {
  bool all = true;
  for (std::int64_t i = 0; i < list.size(); ++i) all = photos.insert(list.id_at(i)).second ? false : all;
  if (all) photos.clear();
}

}  // namespace jaedan::gui
