#include "app/gui/panels/review/skip_dialog.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <utility>

#include "app/gui/draw/widgets.h"

namespace jaedan::gui {

void skip_dialog(const Ui& ui, Dialog& dialog, SkipForm& form) {
  if (!begin_dialog(ui, Dialog::kSkipTask, ui.text(Text::kSkipTitle), 520, 220, dialog)) return;
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(ui.text(Text::kSkipBody));
  ImGui::PopTextWrapPos();
  ImGui::Dummy({0, ui.px(4)});
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
  if (std::exchange(form.focus, false)) ImGui::SetKeyboardFocusHere();
  bool entered = ImGui::InputText("##skip.reason", &form.reason, ImGuiInputTextFlags_EnterReturnsTrue);
  remember_item(ui, "skip.reason");
  ImGui::Dummy({0, ui.px(6)});
  const bool may_go = !form.reason.empty();
  entered |= text_button(ui, "skip.go", ui.text(Text::kSkipNow), ButtonKind::kPrimary, 0, may_go);
  ImGui::SameLine(0, ui.px(8));
  if (text_button(ui, "skip.no", ui.text(Text::kCancelJob))) close_dialog(dialog);
  if (entered && may_go) {
    ui.ask.push(SkipTask{form.reason});
    close_dialog(dialog);
  }
  end_dialog();
}

}  // namespace jaedan::gui
