#include "app/gui/panels/dialogs/folder_dialog.h"

#include <imgui.h>

#include "app/gui/draw/widgets.h"
#include "app/gui/words/message_text.h"
#include "app/workflow/project/import_choice.h"

namespace jaedan::gui {
namespace {

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
  folder_browser(ui, choice, 76, open, dialog);
  if (open) {
    open_buttons(ui, dialog, choice);
  } else {
    import_buttons(ui, dialog, choice);
  }
  end_dialog();
}

}  // namespace jaedan::gui
