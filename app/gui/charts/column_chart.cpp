#include "app/gui/charts/column_chart.h"

#include <imgui.h>

#include <algorithm>

#include "app/gui/charts/chart_look.h"
#include "app/gui/charts/chart_scale.h"
#include "app/gui/draw/widgets.h"

namespace jaedan::gui {
namespace {

constexpr float kLeastColumn = 6;
constexpr float kMostColumn = 46;
constexpr int kColumnSteps = 4;

/// Where columns stand on the screen.
struct Plot {
  ImVec2 at;
  float width = 0;
  float height = 0;
  float column = 0;  ///< from one to the next
};

/// The lines behind the columns, and their numbers left of them; returns how much room those take.
float draw_lines(const Ui& ui, const BarChart& chart, const ChartAxis& axis, ImVec2 at, float width, float height) {
  ImFont* const small = ui.fonts.small;
  float room = 0;
  for (const double tick : axis.ticks()) {
    room =
        std::max(room, small->CalcTextSizeA(small->FontSize, FLT_MAX, 0, tick_words(tick, chart.is_share).c_str()).x);
  }
  room += ui.px(6);
  ImDrawList& out = *ImGui::GetWindowDrawList();
  for (const double tick : axis.ticks()) {
    const float y = at.y + height - static_cast<float>(tick / axis.top) * height;
    const std::string words = tick_words(tick, chart.is_share);
    const float text = small->CalcTextSizeA(small->FontSize, FLT_MAX, 0, words.c_str()).x;
    out.AddLine({at.x + room, y}, {at.x + width, y}, ui.theme.line);
    out.AddText(small, small->FontSize, {at.x + room - ui.px(6) - text, y - small->FontSize / 2}, ui.theme.muted,
                words.c_str());
  }
  return room;
}

void draw_column(const Ui& ui, const ChartBar& column, const ChartAxis& axis, const Plot& plot, std::size_t index) {
  const float gap = std::min(plot.column * 0.2F, ui.px(4));
  const float left = plot.at.x + plot.column * static_cast<float>(index) + gap / 2;
  const float right = left + plot.column - gap, bottom = plot.at.y + plot.height;
  const auto edges = edges_of(column, axis.top, plot.height);
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const auto [from, to] = edges[i];
    if (to <= from) continue;
    const float line = i + 1 < edges.size() && to - from > ui.px(3) ? ui.px(1) : 0;
    ImGui::GetWindowDrawList()->AddRectFilled({left, bottom - to + line}, {right, bottom - from},
                                              chart_colour(ui.theme.kind, i));
  }
}

void draw_names(const Ui& ui, const std::vector<ChartBar>& columns, const Plot& plot) {
  ImFont* const small = ui.fonts.small;
  float widest = 0;
  for (const ChartBar& column : columns) {
    widest = std::max(widest, small->CalcTextSizeA(small->FontSize, FLT_MAX, 0, column.label.c_str()).x);
  }
  const std::size_t step = label_step(columns.size(), plot.width, widest);
  float free_from = plot.at.x;  // the first one is moved into the plot, and may reach the second
  for (std::size_t i = 0; i < columns.size(); i += step) {
    const float text = small->CalcTextSizeA(small->FontSize, FLT_MAX, 0, columns[i].label.c_str()).x;
    const float middle = plot.at.x + plot.column * (static_cast<float>(i) + 0.5F);
    const float left = std::max(std::min(middle - text / 2, plot.at.x + plot.width - text), plot.at.x);
    if (left < free_from) continue;
    free_from = left + text + ui.px(6);
    ImGui::GetWindowDrawList()->AddText(small, small->FontSize, {left, plot.at.y + plot.height + ui.px(4)},
                                        ui.theme.muted, columns[i].label.c_str());
  }
}

}  // namespace

std::optional<std::pair<std::size_t, std::size_t>> column_chart(const Ui& ui, const BarChart& chart, float height) {
  if (chart.bars.empty()) {
    empty_chart(ui, chart.name);
    return std::nullopt;
  }
  chart_legend(ui, chart.series);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float names = ui.fonts.small->FontSize + ui.px(8);
  const auto most = static_cast<std::size_t>(std::max((width - ui.px(70)) / ui.px(kLeastColumn), 1.0F));
  const std::size_t many = columns_together(chart.bars.size(), most);
  BarChart shown = chart;
  shown.bars = together(chart.bars, most);
  const ChartAxis axis = axis_of(shown, kColumnSteps);
  ImGui::Dummy({width, ui.px(height)});
  const ImVec2 below = ImGui::GetCursorScreenPos();
  const float top = at.y + ui.fonts.small->FontSize / 2;
  const float tall = ui.px(height) - names - ui.fonts.small->FontSize / 2;
  const float room = draw_lines(ui, chart, axis, {at.x, top}, width, tall);
  Plot plot{{at.x + room, top}, width - room, tall, 0};
  plot.column = std::min(plot.width / static_cast<float>(shown.bars.size()), ui.px(kMostColumn));
  std::optional<std::pair<std::size_t, std::size_t>> pressed;
  for (std::size_t i = 0; i < shown.bars.size(); ++i) {
    const ChartBar& column = shown.bars[i];
    ImGui::SetCursorScreenPos({plot.at.x + plot.column * static_cast<float>(i), plot.at.y});
    ImGui::PushID(static_cast<int>(i));
    const bool is_down = ImGui::InvisibleButton(chart.name.c_str(), {plot.column, plot.height});
    ImGui::PopID();
    remember_item(ui, "chart." + chart.name + "." + std::to_string(i));
    if (is_down && chart.is_pressed) pressed = {i * many, std::min((i + 1) * many, chart.bars.size()) - 1};
    const bool hovered = ImGui::IsItemHovered();
    if (hovered) {
      const ImVec2 from = ImGui::GetItemRectMin(), to = ImGui::GetItemRectMax();
      ImGui::GetWindowDrawList()->AddRectFilled(from, to, with_alpha(ui.theme.card_hot, 0.6F));
      if (chart.is_pressed) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    draw_column(ui, column, axis, plot, i);
    if (!hovered) continue;
    std::vector<std::string> lines;
    for (std::size_t p = 0; chart.series.size() > 1 && p < std::min(chart.series.size(), column.parts.size()); ++p) {
      lines.push_back(chart.series[p] + ": " + tick_words(column.parts[p], chart.is_share));
    }
    if (chart.series.size() < 2) lines.push_back(column.value);
    lines.push_back(column.about);
    chart_tooltip(ui, column.label, lines);
  }
  draw_names(ui, shown.bars, plot);
  ImGui::SetCursorScreenPos(below);
  return pressed;
}

}  // namespace jaedan::gui
