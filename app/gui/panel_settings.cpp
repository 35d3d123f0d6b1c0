#include <imgui.h>

#include <cstdio>

#include "app/gui/dialog.h"
#include "app/gui/panels.h"
#include "app/gui/widgets.h"

namespace jaedan::gui {
namespace {

constexpr float kNames = 205;

void name(const Ui& ui, Text text) {
  ImGui::AlignTextToFramePadding();
  ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.muted);
  ImGui::TextUnformatted(ui.text(text));
  ImGui::PopStyleColor();
  ImGui::SameLine(ui.px(kNames));
}

template <typename T>
void pick(const Ui& ui, const char* id, T& value, T choice, const char* label) {
  if (text_button(ui, id, label, value == choice ? ButtonKind::kOn : ButtonKind::kPlain)) value = choice;
  ImGui::SameLine(0, ui.px(6));
}

}  // namespace

void settings_dialog(const Ui& ui, ViewState& view) {
  if (!begin_dialog(ui, Dialog::kSettings, ui.text(Text::kSettings), 600, 400, view)) return;
  Settings changed = ui.settings;
  name(ui, Text::kLanguage);
  pick(ui, "language.ko", changed.language, Language::kKorean, "한국어");
  pick(ui, "language.en", changed.language, Language::kEnglish, "English");
  ImGui::NewLine();
  name(ui, Text::kTheme);
  pick(ui, "theme.dark", changed.theme, ThemeKind::kDark, ui.text(Text::kDark));
  pick(ui, "theme.light", changed.theme, ThemeKind::kLight, ui.text(Text::kLight));
  ImGui::NewLine();
  name(ui, Text::kKeyPreset);
  pick(ui, "keys.desktop", changed.keys, KeyPreset::kDesktop, ui.text(Text::kKeysDesktop));
  pick(ui, "keys.cvat", changed.keys, KeyPreset::kCvat, ui.text(Text::kKeysCvat));
  ImGui::NewLine();
  name(ui, Text::kFontSize);
  constexpr std::pair<float, const char*> kSizes[] = {
      {0.875F, "14"}, {1.0F, "16"}, {1.125F, "18"}, {1.25F, "20"}, {1.5F, "24"}};
  for (const auto& [scale, label] : kSizes) pick(ui, label, changed.font_scale, scale, label);
  ImGui::NewLine();
  ImGui::Dummy({0, ui.px(4)});
  name(ui, Text::kFillOpacity);
  float percent = changed.fill_opacity * 100;
  ImGui::SetNextItemWidth(ui.px(220));
  if (ImGui::SliderFloat("##opacity", &percent, 0, 90, "%.0f%%")) changed.fill_opacity = percent / 100;
  name(ui, Text::kShowLabels);
  ImGui::Checkbox("##labels", &changed.show_labels);
  name(ui, Text::kShowCrosshair);
  ImGui::Checkbox("##crosshair", &changed.show_crosshair);
  name(ui, Text::kPhotoMemory);
  ImGui::SetNextItemWidth(ui.px(220));
  ImGui::SliderInt("##cache", &changed.cache_mb, 100, 4000, "%d MB", ImGuiSliderFlags_Logarithmic);
  ImGui::Dummy({0, ui.px(8)});
  small_text(ui, settings_path().c_str(), ui.theme.muted);
  ui.ask.push(ChangeSettings{changed});
  end_dialog();
}

}  // namespace jaedan::gui
