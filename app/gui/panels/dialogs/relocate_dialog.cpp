#include "app/gui/panels/dialogs/relocate_dialog.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "app/gui/draw/widgets.h"
#include "labeling/base/message.h"

namespace jaedan::gui {

void relocate_dialog(const Ui& ui, Dialog& dialog, RelocateChoice& relocate, FolderChoice& choice) {
  if (!begin_dialog(ui, Dialog::kRelocate, ui.text(Text::kRelocateTitle), 680, 600, dialog)) return;
  field_name(ui, Text::kRelocateFrom, 110);
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
  ImGui::InputText("##from", &relocate.from);
  remember_item(ui, "relocate.from");
  small_text(ui, ui.text(Text::kRelocateTo), ui.theme.muted);
  folder_browser(ui, choice, 60, false, dialog);
  const float button = ui.px(200);
  ImGui::PushTextWrapPos(ImGui::GetWindowWidth() - button - ui.px(36));
  small_text(ui, ui.text(Text::kRelocateTip), ui.theme.muted);
  ImGui::PopTextWrapPos();
  ImGui::SameLine(ImGui::GetWindowWidth() - button - ui.px(20));
  if (text_button(ui, "relocate.go", ui.text(Text::kRelocateHere), ButtonKind::kPrimary, button,
                  !relocate.from.empty() && !choice.listing.waiting && !choice.listing.error)) {
    ui.ask.push(RelocatePhotos{relocate.from, choice.listing.path});
    close_dialog(dialog);
  }
  end_dialog();
}

void lost_photos_panel(const Ui& ui, const std::string& place) {
  const float width = std::min(ImGui::GetWindowWidth() - ui.px(40), ui.px(560));
  const float left = (ImGui::GetWindowWidth() - width) / 2;
  ImGui::SetCursorPos({left, std::max(ui.px(24), ImGui::GetWindowHeight() * 0.25F)});
  ImGui::BeginGroup();
  ImGui::PushTextWrapPos(left + width);
  ImGui::PushFont(ui.fonts.title);
  ImGui::TextUnformatted(ui.text(Text::kPhotosLost));
  ImGui::PopFont();
  ImGui::Dummy({0, ui.px(4)});
  ImGui::TextUnformatted(fill_gaps(ui.text(Text::kPhotosLostFormat), {place}).c_str());
  ImGui::PopTextWrapPos();
  ImGui::Dummy({0, ui.px(6)});
  if (labelled_button(ui, "lost.relocate", Icon::kFolder, ui.text(Text::kRelocate), nullptr, ButtonKind::kPrimary)) {
    ui.ask.push("relocate"_action);
  }
  ImGui::EndGroup();
}

}  // namespace jaedan::gui
