#include "app/gui/panels/dialogs/folder_dialog.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <cstdio>

#include "app/gui/draw/widgets.h"
#include "app/gui/words/message_text.h"
#include "app/workflow/project/import_choice.h"

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

/// What is imported: found out from the files, or one of what there is.
void format_combo(const Ui& ui, std::string& format) {
  const char* found_out = ui.text(Text::kImportFoundOut);
  std::string shown = found_out;
  for (const workflow::ImportChoice& choice : workflow::import_choices()) {
    if (choice.name == format) shown = message_text(choice.title, ui.text);
  }
  ImGui::SetNextItemWidth(ui.px(300));
  const bool open = ImGui::BeginCombo("##format", shown.c_str(), ImGuiComboFlags_HeightLargest);
  remember_item(ui, "import.format");
  if (!open) return tooltip(ui, ui.text(Text::kImportFormatTip));
  const auto entry = [&](const std::string& title, const std::string& name, const char* id) {
    if (ImGui::Selectable((title + "##" + id).c_str(), format == name)) format = name;
    remember_item(ui, std::string("import.format.") + id);
  };
  entry(found_out, {}, "found_out");
  for (const workflow::ImportChoice& choice : workflow::import_choices()) {
    entry(message_text(choice.title, ui.text), choice.name, choice.name.c_str());
  }
  ImGui::EndCombo();
}

void import_buttons(const Ui& ui, Dialog& dialog, FolderChoice& choice) {
  const std::string found = fill_gaps(ui.text(Text::kPhotosHereFormat), {std::to_string(choice.listing.photos)});
  ImGui::AlignTextToFramePadding();
  ImGui::TextDisabled("%s", found.c_str());
  format_combo(ui, choice.format);
  ImGui::SameLine(ImGui::GetWindowWidth() - ui.px(200));
  if (text_button(ui, "import.go", ui.text(Text::kImportHere), ButtonKind::kPrimary, ui.px(180))) {
    ui.ask.push(ImportFolder{choice.listing.path, choice.format});
    close_dialog(dialog);
  }
}

void open_buttons(const Ui& ui, Dialog& dialog, const FolderChoice& choice) {
  ImGui::PushTextWrapPos(ImGui::GetWindowWidth() - ui.px(220));
  ImGui::TextDisabled("%s", ui.text(Text::kNewProjectTip));
  ImGui::PopTextWrapPos();
  ImGui::SameLine(ImGui::GetWindowWidth() - ui.px(200));
  if (text_button(ui, "open.create", ui.text(Text::kNewProjectHere), ButtonKind::kPrimary, ui.px(180),
                  choice.listing.photos > 0)) {
    ui.ask.push(OpenProject{choice.listing.path});
    close_dialog(dialog);
  }
}

}  // namespace

void folder_dialog(const Ui& ui, Dialog& dialog, FolderChoice& choice) {
  const bool open = dialog == Dialog::kOpenProject;
  const Dialog which = open ? Dialog::kOpenProject : Dialog::kImport;
  if (!begin_dialog(ui, which, ui.text(open ? Text::kOpenProject : Text::kImportFolder), 680, 560, dialog)) return;
  path_field(ui, choice.typed);
  folder_list(ui, choice.listing, ImGui::GetContentRegionAvail().y - ui.px(76), open, dialog);
  if (open) {
    open_buttons(ui, dialog, choice);
  } else {
    import_buttons(ui, dialog, choice);
  }
  end_dialog();
}

}  // namespace jaedan::gui
