#include "app/gui/panels/dialogs/folder_browser.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include "app/gui/draw/widgets.h"
#include "app/gui/words/message_text.h"

namespace jaedan::gui {
namespace {

void path_field(const Ui& ui, std::string& typed) {
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
  const bool entered = ImGui::InputText("##path", &typed, ImGuiInputTextFlags_EnterReturnsTrue);
  remember_item(ui, "folder.path");
  if (entered) ui.ask.push(ListFolder{typed});
}

void entry(const Ui& ui, const std::string& folder, Icon icon, const std::string& name, bool project, Dialog& dialog) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = ImGui::GetFrameHeight();
  const bool pressed = ImGui::Selectable(("##" + name).c_str(), false, 0, {0, height});
  remember_item(ui, "folder." + name);
  ImDrawList& out = *ImGui::GetWindowDrawList();
  draw_icon(out, icon, {at.x + height / 2.0, at.y + height / 2.0}, height * 0.6F,
            project ? ui.theme.accent : ui.theme.muted);
  out.AddText({at.x + height + ui.px(6), at.y + (height - ImGui::GetFontSize()) / 2}, ui.theme.text, name.c_str());
  if (!pressed) return;
  const std::string path = (folder == "/" ? "" : folder) + "/" + name;
  if (project) {
    close_dialog(dialog);
    ui.ask.push(OpenProject{path});
  } else {
    ui.ask.push(ListFolder{path});
  }
}

void folder_list(const Ui& ui, const FolderView& folder, float height, bool choose_projects, Dialog& dialog) {
  ImGui::BeginChild("entries", {0, height}, true);
  if (folder.waiting) ImGui::TextDisabled("%s", ui.text(Text::kLoading));
  if (folder.error) ImGui::TextWrapped("%s", message_text(folder.error->message, ui.text).c_str());
  const std::size_t slash = folder.path.find_last_of('/');
  if (slash != std::string::npos && folder.path.size() > 1) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float side = ImGui::GetFrameHeight();
    if (ImGui::Selectable("##up", false, 0, {0, side}))
      ui.ask.push(ListFolder{slash == 0 ? "/" : folder.path.substr(0, slash)});
    ImDrawList& out = *ImGui::GetWindowDrawList();
    draw_icon(out, Icon::kUp, {at.x + side / 2.0, at.y + side / 2.0}, side * 0.6F, ui.theme.muted);
    out.AddText({at.x + side + ui.px(6), at.y + (side - ImGui::GetFontSize()) / 2}, ui.theme.muted,
                ui.text(Text::kFolderUp));
  }
  if (choose_projects) {
    for (const std::string& name : folder.projects) entry(ui, folder.path, Icon::kProject, name, true, dialog);
  }
  for (const std::string& name : folder.folders) entry(ui, folder.path, Icon::kFolder, name, false, dialog);
  ImGui::EndChild();
}

}  // namespace

void folder_browser(const Ui& ui, FolderChoice& choice, float below, bool projects, Dialog& dialog) {
  path_field(ui, choice.typed);
  folder_list(ui, choice.listing, ImGui::GetContentRegionAvail().y - ui.px(below), projects, dialog);
}

}  // namespace jaedan::gui
