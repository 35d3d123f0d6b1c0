#pragma once

#include <imgui.h>

#include "app/gui/base/theme.h"

namespace jaedan::gui {

/// A panel at a fixed place of the window, in pixels.
struct FixedPanel {
  const char* name;
  ImVec2 at;
  ImVec2 size;
  Colour background;
  ImVec2 padding;
  ImGuiWindowFlags flags = 0;
};

/// Its content is drawn by `content`.
template <typename Content>
void fixed_panel(const FixedPanel& panel, const Content& content) {
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                                      ImGuiWindowFlags_NoNav;
  ImGui::SetNextWindowPos(panel.at);
  ImGui::SetNextWindowSize(panel.size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, panel.padding);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, panel.background);
  ImGui::Begin(panel.name, nullptr, kFlags | panel.flags);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
  content();
  ImGui::End();
}

}  // namespace jaedan::gui
