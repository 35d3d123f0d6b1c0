#include "app/gui/panels/dialogs/first_start_dialog.h"

#include <imgui.h>

#include "app/gui/draw/widgets.h"

namespace jaedan::gui {
namespace {

constexpr float kChoiceNames = 150;

}  // namespace

void first_choices(const Ui& ui, UserField& user) {
  Settings changed = ui.settings;
  bool any = false;
  const float left = ImGui::GetCursorPosX();
  const float names_end = left / ui.scale + kChoiceNames;
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
  any |= user_field(ui, changed, names_end, user);
  // Not every frame: something else may be changing settings just now.
  if (any) ui.ask.push(ChangeSettings{changed});
}

void first_start_dialog(const Ui& ui, Dialog& dialog, UserField& user) {
  if (!begin_dialog(ui, Dialog::kFirstStart, ui.text(Text::kWelcome), 600, 300, dialog)) return;
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(ui.text(Text::kFirstStartBody));
  ImGui::PopTextWrapPos();
  ImGui::Dummy({0, ui.px(8)});
  first_choices(ui, user);
  ImGui::Dummy({0, ui.px(8)});
  if (text_button(ui, "first.start", ui.text(Text::kBegin), ButtonKind::kPrimary)) close_dialog(dialog);
  ImGui::SameLine(0, ui.px(8));
  if (text_button(ui, "first.keys", ui.text(Text::kHelp))) close_dialog(dialog, Dialog::kHelp);
  end_dialog();
}

}  // namespace jaedan::gui
