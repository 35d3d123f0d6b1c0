#include "app/gui/panels/dialogs/sign_in_dialog.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <utility>

#include "app/gui/draw/widgets.h"
#include "labeling/base/password.h"
#include "labeling/base/secret.h"

namespace jaedan::gui {
namespace {

constexpr float kFieldsFrom = 150;

/// True when Enter was pressed in it.
bool field(const Ui& ui, Text name, const char* item, std::string& typed, bool takes_keyboard, int flags) {
  field_name(ui, name, kFieldsFrom);
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
  if (flags & ImGuiInputTextFlags_Password) typed.reserve(kMostPasswordBytes);  // no room that it grew out of stays
  if (takes_keyboard) ImGui::SetKeyboardFocusHere();
  const bool entered =
      ImGui::InputText((std::string("##") + item).c_str(), &typed, flags | ImGuiInputTextFlags_EnterReturnsTrue);
  remember_item(ui, item);
  return entered;
}

}  // namespace

void sign_in_dialog(const Ui& ui, Dialog& dialog, SignInForm& form) {
  if (!begin_dialog(ui, Dialog::kSignIn, ui.text(Text::kSignInTitle), 520, 290, dialog)) {
    if (dialog != Dialog::kSignIn) wipe(form.password);
    return;
  }
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(ui.text(Text::kSignInBody));
  ImGui::PopTextWrapPos();
  ImGui::Dummy({0, ui.px(6)});
  const bool focus = std::exchange(form.focus, false);
  bool entered = field(ui, Text::kSignInName, "sign_in.name", form.name, focus && !form.asks_password,
                       ImGuiInputTextFlags_AutoSelectAll);
  if (form.asks_password) {
    if (entered && form.password.empty()) {  // another name than the one that was asked for first
      entered = false;
      form.focus = true;
    }
    entered |= field(ui, Text::kSignInPassword, "sign_in.password", form.password, focus, ImGuiInputTextFlags_Password);
  }
  ImGui::Dummy({0, ui.px(6)});
  const bool may_go = !form.waiting && !form.name.empty();
  entered |= text_button(ui, "sign_in.go", ui.text(Text::kSignInGo), ButtonKind::kPrimary, 0, may_go);
  if (form.waiting) {  // a password takes its time
    ImGui::SameLine(0, ui.px(10));
    small_text(ui, ui.text(Text::kSignInChecking), ui.theme.muted);
  } else if (!form.refused.empty()) {
    ImGui::Dummy({0, ui.px(4)});
    ImGui::PushTextWrapPos(0);
    ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.bad);
    ImGui::TextUnformatted(form.refused.c_str());
    ImGui::PopStyleColor();
    ImGui::PopTextWrapPos();
  }
  if (entered && may_go) {
    form.waiting = true;
    ui.ask.push(SignInAs{form.name, Secret(std::move(form.password))});
  }
  end_dialog();
}

}  // namespace jaedan::gui
