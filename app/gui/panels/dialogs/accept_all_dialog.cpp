#include "app/gui/panels/dialogs/accept_all_dialog.h"

#include <imgui.h>

#include "app/gui/draw/widgets.h"

namespace jaedan::gui {

void accept_all_dialog(const Ui& ui, Dialog& dialog) {
  if (!begin_dialog(ui, Dialog::kAcceptEverywhere, ui.text(Text::kAcceptEverywhere), 460, 190, dialog)) return;
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(ui.text(Text::kAcceptAllBody));
  ImGui::PopTextWrapPos();
  ImGui::Dummy({0, ui.px(10)});
  if (text_button(ui, "accept_all.yes", ui.text(Text::kAcceptTitle), ButtonKind::kPrimary)) {
    ui.ask.push("accept_everywhere_now"_action);
    close_dialog(dialog);
  }
  ImGui::SameLine(0, ui.px(8));
  if (text_button(ui, "accept_all.no", ui.text(Text::kCancelJob))) close_dialog(dialog);
  end_dialog();
}

}  // namespace jaedan::gui
