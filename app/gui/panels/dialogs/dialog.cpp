#include "app/gui/panels/dialogs/dialog.h"

#include <imgui.h>

#include <algorithm>

#include "app/gui/draw/widgets.h"

namespace jaedan::gui {
namespace {

constexpr const char* kId = "##dialog";

}  // namespace

bool begin_dialog(const Ui& ui, Dialog which, const char* title, float width, float height, Dialog& shown) {
  if (shown != which) return false;
  if (!ImGui::IsPopupOpen(kId)) ImGui::OpenPopup(kId);
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const ImVec2 size(std::min(ui.px(width), screen.x - ui.px(32)), std::min(ui.px(height), screen.y - ui.px(32)));
  ImGui::SetNextWindowPos({(screen.x - size.x) / 2, (screen.y - size.y) / 2});
  ImGui::SetNextWindowSize(size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(20), ui.px(16)));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(8));
  const bool open = ImGui::BeginPopupModal(kId, nullptr,
                                           ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                               ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
  ImGui::PopStyleVar(2);
  if (!open) return false;
  ImGui::PushFont(ui.fonts.title);
  ImGui::TextUnformatted(title);
  ImGui::PopFont();
  const ImVec2 content = ImGui::GetCursorPos();
  const float side = ImGui::GetFrameHeight();
  ImGui::SetCursorPos({ImGui::GetWindowWidth() - side - ui.px(16), ui.px(14)});
  if (icon_button(ui, "dialog.close", Icon::kClose, nullptr)) close_dialog(shown);
  ImGui::SetCursorPos({content.x, content.y + ui.px(8)});
  return true;
}

void end_dialog() { ImGui::EndPopup(); }

void close_dialog(Dialog& shown, Dialog next) {
  shown = next;
  ImGui::CloseCurrentPopup();
}

}  // namespace jaedan::gui
