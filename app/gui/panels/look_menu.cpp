#include "app/gui/panels/look_menu.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

#include "app/gui/base/key_map.h"
#include "app/gui/draw/widgets.h"

namespace jaedan::gui {
namespace {

constexpr float kLookNames = 150;
constexpr float kSlider = 140;
constexpr float kValue = 70;                                  // as slider_value has it
constexpr float kWidth = kLookNames + kSlider + kValue + 30;  ///< of the menu, with its borders

void slider(const Ui& ui, Text text, const char* id, float& percent, float least, float most) {
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(ui.text(text));
  ImGui::SameLine(ui.px(kLookNames));
  ImGui::SetNextItemWidth(ui.px(kSlider));
  ImGui::SliderFloat(id, &percent, least, most, "", ImGuiSliderFlags_AlwaysClamp);
  remember_item(ui, id + 2);  // without ##
  slider_value(ui, "%.0f %%", percent);
}

void tick(const Ui& ui, Text text, const char* name, bool& value) {
  ImGui::Checkbox(ui.text(text), &value);
  remember_item(ui, name);
}

}  // namespace

void look_button(const Ui& ui, bool enabled, const PhotoLook& look, bool& open) {
  const bool is_changed = !look.plain();
  if (icon_button(ui, "look", Icon::kContrast, tooltip_with_key(ui, Text::kLook, "look"_action).c_str(),
                  is_changed ? ButtonKind::kOn : ButtonKind::kQuiet, enabled)) {
    open = true;
  }
}

void look_menu(const Ui& ui, PhotoLook& look, bool& open) {
  const bool is_changed = !look.plain();
  if (std::exchange(open, false)) ImGui::OpenPopup("look");
  const float last_left = ImGui::GetIO().DisplaySize.x - ui.px(kWidth);
  ImGui::SetNextWindowPos({std::min(ImGui::GetItemRectMin().x, last_left), ImGui::GetWindowHeight()});
  if (!ImGui::BeginPopup("look")) return;
  float brightness = look.brightness * 100, contrast = look.contrast * 100;
  slider(ui, Text::kBrightness, "##brightness", brightness, -100, 100);
  slider(ui, Text::kContrast, "##contrast", contrast, 25, 400);
  look = {brightness / 100, contrast / 100};
  Settings changed = ui.settings;
  float opacity = changed.fill_opacity * 100;
  slider(ui, Text::kFillOpacity, "##fill", opacity, 0, 90);
  changed.fill_opacity = opacity / 100;
  ImGui::Dummy({0, ui.px(2)});
  tick(ui, Text::kShowFill, "look.regions", changed.show_fill);
  tick(ui, Text::kShowLabels, "look.names", changed.show_labels);
  tick(ui, Text::kShowCrosshair, "look.crosshair", changed.show_crosshair);
  tick(ui, Text::kShowNavigator, "look.navigator", changed.show_navigator);
  ImGui::Dummy({0, ui.px(2)});
  if (text_button(ui, "look.reset", ui.text(Text::kLookReset), ButtonKind::kPlain, 0, is_changed)) look = {};
  ui.ask.push(ChangeSettings{changed});
  ImGui::EndPopup();
}

}  // namespace jaedan::gui
