#include "app/gui/panels/dialogs/export_dialog.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <filesystem>

#include "app/gui/draw/widgets.h"
#include "app/gui/words/message_text.h"
#include "app/workflow/project/export_project.h"

namespace jaedan::gui {
namespace {

constexpr float kExportNames = 110;

void format_rows(const Ui& ui, std::string& chosen) {
  const float names_end = ui.px(90);
  const float height = ImGui::GetFontSize() + ui.px(8);
  const auto rows = static_cast<float>(labeling::export_formats().size());
  // As high as all of them: what needs no scrolling shall not look as if it did.
  const ImGuiStyle& style = ImGui::GetStyle();
  const float all = rows * (height + style.ItemSpacing.y) + 2 * style.WindowPadding.y + ui.px(2);
  ImGui::BeginChild("formats", {0, all}, true, ImGuiWindowFlags_AlwaysUseWindowPadding);
  for (const labeling::ExportFormat& format : labeling::export_formats()) {
    const std::string name(format.name);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (ImGui::Selectable(("##" + name).c_str(), chosen == name, ImGuiSelectableFlags_DontClosePopups, {0, height})) {
      chosen = name;
    }
    remember_item(ui, "export.format." + name);
    const std::string about = message_text(format.description, ui.text);
    tooltip(ui, about.c_str());
    ImDrawList& out = *ImGui::GetWindowDrawList();
    const float middle = at.y + (height - ImGui::GetFontSize()) / 2;
    out.AddText({at.x + ui.px(6), middle}, ui.theme.text, name.c_str());
    const float room = ImGui::GetContentRegionAvail().x - names_end - ui.px(6);
    out.AddText({at.x + names_end, middle}, ui.theme.muted, clipped(about, room).c_str());
  }
  ImGui::EndChild();
}

void status_row(const Ui& ui, const labeling::PhotoFilter& listed, ExportChoice& choice) {
  field_name(ui, Text::kStatusOfPhotos, kExportNames);
  if (choice.only_listed && listed.state) {  // the list says which
    chip(ui, ui.text.state(*listed.state), ui.theme.state(*listed.state));
    ImGui::Dummy({0, ImGui::GetFrameHeight() - ui.px(4)});
    return;
  }
  choice_button(ui, "export.approved", choice.approved_only, true, ui.text(Text::kApprovedOnly));
  choice_button(ui, "export.all", choice.approved_only, false, ui.text(Text::kAllLabelled));
  ImGui::NewLine();
}

}  // namespace

ExportChoice first_export_choice(const Settings& settings, const std::string& project) {
  ExportChoice choice;
  const bool known = labeling::find_export_format(settings.export_format) != nullptr;
  choice.format = known ? settings.export_format : std::string(labeling::export_formats().front().name);
  const auto last = settings.export_folders.find(project);
  if (last != settings.export_folders.end()) {
    choice.folder = last->second;
  } else {
    std::error_code failed;
    const std::filesystem::path whole = std::filesystem::absolute(project, failed).lexically_normal();
    choice.folder = (whole.parent_path() / whole.stem()).string() + "-export";
  }
  return choice;
}

bool choose_photos(const Ui& ui, const char* name, float at, bool& only_listed) {
  field_name(ui, Text::kWhichPhotos, at);
  const std::string prefix = name;
  bool pressed = choice_button(ui, (prefix + ".project").c_str(), only_listed, false, ui.text(Text::kWholeProject));
  pressed |= choice_button(ui, (prefix + ".listed").c_str(), only_listed, true, ui.text(Text::kOnlyListed));
  ImGui::NewLine();
  return pressed;
}

void export_dialog(const Ui& ui, const labeling::PhotoFilter& listed, Dialog& dialog, ExportChoice& choice) {
  if (!begin_dialog(ui, Dialog::kExport, ui.text(Text::kExportTitle), 640, 570, dialog)) return;
  format_rows(ui, choice.format);
  choose_photos(ui, "export", kExportNames, choice.only_listed);
  status_row(ui, listed, choice);
  field_name(ui, Text::kDestination, kExportNames);
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
  ImGui::InputText("##folder", &choice.folder);
  remember_item(ui, "export.folder");
  ImGui::PushTextWrapPos(0);
  small_text(ui, ui.text(Text::kDestinationTip), ui.theme.muted);
  ImGui::PopTextWrapPos();
  ImGui::Dummy({0, ui.px(4)});
  if (text_button(ui, "export.go", ui.text(Text::kExportTitle), ButtonKind::kPrimary, ui.px(140),
                  !choice.folder.empty())) {
    ui.ask.push(ExportPhotos{choice.folder, choice.format, choice.only_listed ? listed : labeling::PhotoFilter{},
                             choice.approved_only});
    close_dialog(dialog);
  }
  end_dialog();
}

}  // namespace jaedan::gui
