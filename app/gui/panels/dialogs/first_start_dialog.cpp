#include <imgui.h>
#include <imgui_stdlib.h>

#include <utility>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/dialogs/dialog.h"
#include "app/gui/panels/panels.h"
#include "app/workflow/project/project.h"

namespace jaedan::gui {
namespace {

constexpr float kNames = 150;

}  // namespace

void first_choices(const Ui& ui, ViewState& view) {
  Settings changed = ui.settings;
  bool any = false;
  const float left = ImGui::GetCursorPosX();
  const float names_end = left / ui.scale + kNames;
  const auto next_row = [&] {
    ImGui::NewLine();
    ImGui::SetCursorPosX(left);
  };
  field_name(ui, Text::kLanguage, names_end);
  any |= choice_button(ui, "welcome.ko", changed.language, Language::kKorean, "한국어");
  any |= choice_button(ui, "welcome.en", changed.language, Language::kEnglish, "English");
  next_row();
  field_name(ui, Text::kTheme, names_end);
  any |= choice_button(ui, "welcome.dark", changed.theme, ThemeKind::kDark, ui.text(Text::kDark));
  any |= choice_button(ui, "welcome.light", changed.theme, ThemeKind::kLight, ui.text(Text::kLight));
  next_row();
  field_name(ui, Text::kKeyPreset, names_end);
  any |= choice_button(ui, "welcome.desktop", changed.keys, KeyPreset::kDesktop, ui.text(Text::kKeysDesktop));
  any |= choice_button(ui, "welcome.cvat", changed.keys, KeyPreset::kCvat, ui.text(Text::kKeysCvat));
  next_row();
  any |= user_field(ui, changed, names_end, view);
  // Not every frame: something else may be changing settings just now.
  if (any) ui.ask.push(ChangeSettings{changed});
}

bool user_field(const Ui& ui, Settings& changed, float at, ViewState& view) {
  field_name(ui, Text::kWhoAreYou, at);
  ImGui::SetNextItemWidth(ui.px(220));
  if (!view.user_is_typed) view.user_typed = changed.user;
  ImGui::InputTextWithHint("##user", workflow::default_user().c_str(), &view.user_typed);
  view.user_is_typed = ImGui::IsItemActive();
  remember_item(ui, "user");
  // A name is one when it is whole: changes that are saved meanwhile are logged under the old one.
  const bool done = ImGui::IsItemDeactivatedAfterEdit();
  if (done) changed.user = name_of_user(view.user_typed);
  tooltip(ui, ui.text(Text::kWhoAreYouTip));
  return done;
}

void first_start_dialog(const Ui& ui, ViewState& view) {
  if (!begin_dialog(ui, Dialog::kFirstStart, ui.text(Text::kWelcome), 600, 300, view)) return;
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(ui.text(Text::kFirstStartBody));
  ImGui::PopTextWrapPos();
  ImGui::Dummy({0, ui.px(8)});
  first_choices(ui, view);
  ImGui::Dummy({0, ui.px(8)});
  if (text_button(ui, "first.start", ui.text(Text::kBegin), ButtonKind::kPrimary)) {
    view.dialog = Dialog::kNone;
    ImGui::CloseCurrentPopup();
  }
  ImGui::SameLine(0, ui.px(8));
  if (text_button(ui, "first.keys", ui.text(Text::kHelp))) {
    view.dialog = Dialog::kHelp;
    ImGui::CloseCurrentPopup();
  }
  end_dialog();
}

}  // namespace jaedan::gui
