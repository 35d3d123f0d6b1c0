#include "app/gui/charts/chart_look.h"

#include <imgui.h>

#include <array>

#include "app/gui/draw/widgets.h"

namespace jaedan::gui {
namespace {

constexpr std::array<Colour, kChartColours> kOnDark = {rgb(0x66CCEE), rgb(0xCCBB44), rgb(0x4477AA),
                                                       rgb(0xEE6677), rgb(0x228833), rgb(0xCC5599)};
constexpr std::array<Colour, kChartColours> kOnLight = {rgb(0x0072B2), rgb(0xB86A00), rgb(0x007D5B),
                                                        rgb(0xA8558A), rgb(0x6B6300), rgb(0xC24400)};
constexpr float kSquare = 10;

}  // namespace

Colour chart_colour(ThemeKind theme, std::size_t series) {
  return (theme == ThemeKind::kDark ? kOnDark : kOnLight)[series % kChartColours];
}

void chart_legend(const Ui& ui, const std::vector<std::string>& series) {
  if (series.size() < 2) return;
  const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
  for (std::size_t i = 0; i < series.size(); ++i) {
    const float width = ui.px(kSquare + 6) + ImGui::CalcTextSize(series[i].c_str()).x;
    if (i > 0) {
      ImGui::SameLine(0, ui.px(14));
      if (ImGui::GetCursorScreenPos().x + width > right) ImGui::NewLine();
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float top = at.y + (ImGui::GetTextLineHeight() - ui.px(kSquare)) / 2;
    ImGui::GetWindowDrawList()->AddRectFilled({at.x, top}, {at.x + ui.px(kSquare), top + ui.px(kSquare)},
                                              chart_colour(ui.theme.kind, i), ui.px(2));
    ImGui::Dummy({ui.px(kSquare), ImGui::GetTextLineHeight()});
    ImGui::SameLine(0, ui.px(6));
    small_text(ui, series[i].c_str(), ui.theme.muted);
  }
}

void empty_chart(const Ui& ui, const std::string& name) {
  small_text(ui, ui.text(Text::kChartEmpty), ui.theme.muted);
  remember_item(ui, "chart." + name + ".empty");
}

void chart_tooltip(const Ui& ui, const std::string& title, const std::vector<std::string>& lines) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(9), ui.px(6)));
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(ui.px(360));
  bold_text(ui, title.c_str());
  for (const std::string& line : lines) {
    if (!line.empty()) ImGui::TextUnformatted(line.c_str());
  }
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
  ImGui::PopStyleVar();
}

}  // namespace jaedan::gui
