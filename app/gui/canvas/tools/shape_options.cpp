#include <imgui.h>

#include <array>
#include <optional>

#include "app/gui/canvas/tools/shape_options.h"

#include "app/gui/draw/widgets.h"

namespace jaedan::gui {
namespace {

constexpr float kMargin = 12;
constexpr float kGap = 2;

struct UseButton {
  ShapeUse use;
  const char* name;
  Text text;
  Text tip;
  std::optional<ActionId> action;
};

constexpr std::array<UseButton, 3> kUses = {{
    {ShapeUse::kNewGarment, "use.new", Text::kUseNew, Text::kUseNewTip, std::nullopt},
    {ShapeUse::kAdd, "use.add", Text::kUseAdd, Text::kUseAddTip, "add_to_garment"_action},
    {ShapeUse::kCutOut, "use.cut", Text::kUseCut, Text::kUseCutTip, "cut_from_garment"_action},
}};

void uses(const Ui& ui, ShapeUse& use) {
  for (const UseButton& button : kUses) {
    const bool on = use == button.use;
    if (text_button(ui, button.name, ui.text(button.text), on ? ButtonKind::kOn : ButtonKind::kQuiet) && !on) {
      if (button.action) {
        ui.ask.push(*button.action);
      } else {
        use = ShapeUse::kNewGarment;
      }
    }
    tooltip(ui, button.action ? tooltip_with_key(ui, button.tip, *button.action).c_str() : ui.text(button.tip));
    ImGui::SameLine(0, ui.px(kGap));
  }
}

}  // namespace

void shape_options(const Ui& ui, const Viewport& viewport, ShapeUse& use) {
  const float pad = ui.px(4);
  float width = 2 * pad + text_button_width(ui, ui.text(Text::kSnapShort)) + ui.px(18);
  for (const UseButton& button : kUses) width += text_button_width(ui, ui.text(button.text)) + ui.px(kGap);
  const float height = ImGui::GetFrameHeight() + 2 * pad;
  ImGui::SetCursorScreenPos(
      {static_cast<float>(viewport.area.x) + ui.px(kMargin), static_cast<float>(viewport.area.y) + ui.px(kMargin)});
  ImGui::PushStyleColor(ImGuiCol_ChildBg, with_alpha(ui.theme.panel, 0.92F));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(pad, pad));
  ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, ui.px(7));
  ImGui::BeginChild("options", {width, height}, false,
                    ImGuiWindowFlags_AlwaysUseWindowPadding | ImGuiWindowFlags_NoScrollbar);
  uses(ui, use);
  bar_gap(ui);
  const bool snaps = ui.settings.snap;
  if (text_button(ui, "snap", ui.text(Text::kSnapShort), snaps ? ButtonKind::kOn : ButtonKind::kQuiet)) {
    ui.ask.push("toggle_snap"_action);
  }
  tooltip(ui, tooltip_with_key(ui, Text::kSnapTip, "toggle_snap"_action).c_str());
  ImGui::EndChild();
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor();
}

}  // namespace jaedan::gui
