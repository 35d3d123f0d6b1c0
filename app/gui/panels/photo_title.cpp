#include "app/gui/panels/photo_title.h"

#include <imgui.h>

#include <algorithm>
#include <cfloat>
#include <cstdio>

#include "app/gui/draw/widgets.h"

namespace jaedan::gui {

std::string place_in_list(const Strings& text, std::optional<std::int64_t> index, std::int64_t count) {
  if (!index) return {};
  char said[96];
  std::snprintf(said, sizeof said, text(Text::kPlaceFormat), thousands(*index + 1).c_str(), thousands(count).c_str());
  return said;
}

void photo_title(const Ui& ui, const std::string& name, const std::string& place) {
  const float margin = ui.px(12), height = ui.px(26), width = ImGui::GetContentRegionAvail().x;
  const ImVec2 corner = ImGui::GetCursorPos();
  const ImVec2 on_screen = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddRectFilled(on_screen, {on_screen.x + width, on_screen.y + height}, ui.theme.panel);
  const float place_width =
      ui.fonts.small->CalcTextSizeA(ui.fonts.small->FontSize, FLT_MAX, 0, place.c_str()).x + ui.px(8);
  ImGui::SetCursorPos({corner.x + margin, corner.y + (height - ImGui::GetFontSize()) / 2});
  clipped_text(ui, name.c_str(), std::max(width - place_width - 2 * margin, 0.0F), ui.theme.text);
  remember_item(ui, "photo.name");
  if (!place.empty()) {
    ImGui::SetCursorPos(
        {corner.x + width - margin - place_width + ui.px(8), corner.y + (height - ui.fonts.small->FontSize) / 2});
    small_text(ui, place.c_str(), ui.theme.muted);
    remember_item(ui, "photo.place");
  }
  ImGui::SetCursorPos({corner.x, corner.y + height});
}

}  // namespace jaedan::gui
