#include "app/gui/panels/recommend/legend_line.h"

#include <imgui.h>

#include <algorithm>

#include "app/gui/draw/widgets.h"
#include "labeling/base/message.h"

namespace jaedan::gui {

LineUse legend_line(const Ui& ui, const std::string& item, const LegendLine& line) {
  LineUse use;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = ImGui::GetTextLineHeight() + ui.px(4), width = ImGui::GetContentRegionAvail().x;
  use.is_pressed = ImGui::InvisibleButton(item.c_str(), {std::max(width, 1.0F), height});
  ImDrawList& out = *ImGui::GetWindowDrawList();
  // Lines that are scrolled away are not there for the mouse.
  const bool is_whole = at.y >= out.GetClipRectMin().y && at.y + height <= out.GetClipRectMax().y;
  if (is_whole) remember_item(ui, item);
  use.is_pointed = ImGui::IsItemHovered();
  if (line.is_lit || use.is_pointed) {
    out.AddRectFilled(at, {at.x + width, at.y + height}, ui.theme.card_hot, ui.px(3));
  }
  const float side = ui.px(10), top = at.y + (height - side) / 2;
  out.AddRectFilled({at.x + ui.px(4), top}, {at.x + ui.px(4) + side, top + side}, line.colour, ui.px(2));
  out.AddRect({at.x + ui.px(4), top}, {at.x + ui.px(4) + side, top + side}, ui.theme.line, ui.px(2));
  const std::string count = thousands(static_cast<std::int64_t>(line.garments));
  const float numbers = ImGui::CalcTextSize(count.c_str()).x;
  const float room = width - numbers - side - ui.px(20);
  out.AddText({at.x + side + ui.px(10), at.y + ui.px(2)}, ui.theme.text, clipped(line.words, room).c_str());
  out.AddText({at.x + width - numbers - ui.px(4), at.y + ui.px(2)}, ui.theme.muted, count.c_str());
  tooltip(ui, line.words.c_str());
  return use;
}

}  // namespace jaedan::gui
