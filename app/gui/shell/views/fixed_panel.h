#pragma once

#include <imgui.h>

#include "app/gui/base/theme.h"

namespace jaedan::gui {

/// A panel at a fixed place of the window, in pixels. Dear ImGui puts a new window that may not come to the front
/// behind all that are there: where panels overlap, the one that was drawn first in the life of the program is on top.
/// What comes later and has to be seen belongs into a panel that is there, or into a dialog.
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
