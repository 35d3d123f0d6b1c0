#include "app/gui/panels/dialogs/settings_dialog.h"

#include <imgui.h>

#include <utility>

#include "app/gui/draw/widgets.h"

namespace jaedan::gui {
namespace {

constexpr float kSettingNames = 205;

}  // namespace

void settings_dialog(const Ui& ui, Dialog& dialog, UserField& user) {
  if (!begin_dialog(ui, Dialog::kSettings, ui.text(Text::kSettings), 600, 470, dialog)) return;
  Settings changed = ui.settings;
  field_name(ui, Text::kLanguage, kSettingNames);
  choice_button(ui, "language.ko", changed.language, Language::kKorean, "한국어");
  choice_button(ui, "language.en", changed.language, Language::kEnglish, "English");
  ImGui::NewLine();
  field_name(ui, Text::kTheme, kSettingNames);
  choice_button(ui, "theme.dark", changed.theme, ThemeKind::kDark, ui.text(Text::kDark));
  choice_button(ui, "theme.light", changed.theme, ThemeKind::kLight, ui.text(Text::kLight));
  ImGui::NewLine();
  field_name(ui, Text::kKeyPreset, kSettingNames);
  choice_button(ui, "keys.desktop", changed.keys, KeyPreset::kDesktop, ui.text(Text::kKeysDesktop));
  choice_button(ui, "keys.cvat", changed.keys, KeyPreset::kCvat, ui.text(Text::kKeysCvat));
  ImGui::NewLine();
  user_field(ui, changed, kSettingNames, user);
  field_name(ui, Text::kFontSize, kSettingNames);
  for (const float scale : kFontScales) {
    const std::string label = std::to_string(static_cast<int>(scale * 16));
    choice_button(ui, label.c_str(), changed.font_scale, scale, label.c_str());
    tooltip(ui, ui.text(Text::kFontSizeTip));
  }
  ImGui::NewLine();
  ImGui::Dummy({0, ui.px(4)});
  field_name(ui, Text::kFillOpacity, kSettingNames);
  float percent = changed.fill_opacity * 100;
  ImGui::SetNextItemWidth(ui.px(220));
  if (ImGui::SliderFloat("##opacity", &percent, 0, 90, "")) changed.fill_opacity = percent / 100;
  remember_item(ui, "settings.opacity");
  slider_value(ui, "%.0f %%", percent);
  field_name(ui, Text::kShowLabels, kSettingNames);
  ImGui::Checkbox("##labels", &changed.show_labels);
  field_name(ui, Text::kShowCrosshair, kSettingNames);
  ImGui::Checkbox("##crosshair", &changed.show_crosshair);
  field_name(ui, Text::kPrefillAhead, kSettingNames);
  ImGui::Checkbox("##prefill_ahead", &changed.prefill_ahead);
  remember_item(ui, "settings.prefill_ahead");
  field_name(ui, Text::kPhotoMemory, kSettingNames);
  ImGui::SetNextItemWidth(ui.px(220));
  ImGui::SliderInt("##cache", &changed.cache_mb, 100, 4000, "", ImGuiSliderFlags_Logarithmic);
  remember_item(ui, "settings.cache");
  slider_value(ui, "%.0f MB", static_cast<float>(changed.cache_mb));
  ImGui::Dummy({0, ui.px(8)});
  small_text(ui, settings_path().c_str(), ui.theme.muted);
  ui.ask.push(ChangeSettings{changed});
  end_dialog();
}

}  // namespace jaedan::gui
