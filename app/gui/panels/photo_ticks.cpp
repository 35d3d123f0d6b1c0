#include <imgui.h>

#include <algorithm>
#include <cstdio>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/panels.h"

namespace jaedan::gui {
namespace {

void toggle(PhotoId id, ViewState& view) {
  if (view.ticked.erase(id) == 0) view.ticked.insert(id);
  view.tick_anchor = id;
}

void tick_stretch(std::int64_t index, const PhotoList& photos, PhotoId current, ViewState& view) {
  const auto anchor = photos.index_of(view.tick_anchor ? view.tick_anchor : current).value_or(index);
  for (std::int64_t i = std::min(anchor, index); i <= std::max(anchor, index); ++i) view.ticked.insert(photos.id_at(i));
}

}  // namespace

bool ticks_take_click(std::int64_t index, const PhotoList& photos, PhotoId current, ViewState& view) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.KeyShift) return tick_stretch(index, photos, current, view), true;
  if (io.KeyCtrl) return toggle(photos.id_at(index), view), true;
  return false;
}

void tick_box(const Ui& ui, PhotoId id, std::int64_t index, bool row_hovered, ViewState& view) {
  const bool on = view.ticked.count(id) > 0;
  if (!on && !row_hovered && view.ticked.empty()) return;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 to(at.x + ui.px(kTickBox), at.y + ui.px(kTickBox));
  const bool hovered = ImGui::IsMouseHoveringRect(at, to) && ImGui::IsWindowHovered();
  ui.items.record("tick." + std::to_string(index), {at.x, at.y, ui.px(kTickBox), ui.px(kTickBox)});
  ImDrawList& out = *ImGui::GetWindowDrawList();
  out.AddRectFilled(at, to, on ? ui.theme.accent : with_alpha(ui.theme.panel, 0.9F), ui.px(4));
  out.AddRect(at, to, on || hovered ? ui.theme.accent : ui.theme.muted, ui.px(4));
  if (on) {
    draw_icon(out, Icon::kCheck, {at.x + ui.px(kTickBox) / 2.0, at.y + ui.px(kTickBox) / 2.0}, ui.px(13),
              rgb(0xFFFFFF));
  }
  if (!hovered) return;
  ImGui::SetTooltip("%s", ui.text(Text::kTickTip));
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) toggle(id, view);
}

void ticked_bar(const Ui& ui, ViewState& view) {
  if (view.ticked.empty()) return;
  char text[64];
  std::snprintf(text, sizeof text, ui.text(Text::kTickedFormat), static_cast<long long>(view.ticked.size()));
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(text);
  ImGui::SameLine();
  if (text_button(ui, "ticked.label", ui.text(Text::kLabelButton), ButtonKind::kPrimary)) {
    ui.ask.push(Ask::kLabelTicked);
  }
  tooltip(ui, tooltip_with_key(ui, Text::kLabelTicked, Ask::kLabelTicked).c_str());
  ImGui::SameLine(0, ui.px(6));
  if (icon_button(ui, "ticked.none", Icon::kClose, ui.text(Text::kUntickAll))) view.ticked.clear();
}

void tick_all(const PhotoList& photos, ViewState& view) {
  bool all = true;
  for (std::int64_t i = 0; i < photos.size(); ++i) all = view.ticked.insert(photos.id_at(i)).second ? false : all;
  if (all) view.ticked.clear();
}

}  // namespace jaedan::gui
