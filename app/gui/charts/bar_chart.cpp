#include "app/gui/charts/bar_chart.h"

#include <imgui.h>

#include <algorithm>

#include "app/gui/charts/chart_look.h"
#include "app/gui/charts/chart_scale.h"
#include "app/gui/draw/widgets.h"

namespace jaedan::gui {
namespace {

constexpr float kBarRow = 24;
constexpr float kBarHeight = 14;
constexpr float kBarGap = 8;
constexpr float kMostName = 0.36F;      // of the width
constexpr std::size_t kMeasured = 200;  // names; further ones are clipped to the same
constexpr int kBarSteps = 4;

/// Pixels of a row, from its left side.
struct BarColumns {
  float name = 0;    ///< wide
  float bar = 0;     ///< begins
  float length = 0;  ///< of the bars
  float value = 0;   ///< begins
};

float widest(const BarChart& chart, std::string ChartBar::*text) {
  float width = 0;
  const std::size_t count = std::min(chart.bars.size(), kMeasured);
  for (std::size_t i = 0; i < count; ++i) width = std::max(width, ImGui::CalcTextSize((chart.bars[i].*text).c_str()).x);
  return width;
}

BarColumns columns_of(const Ui& ui, const BarChart& chart, float width) {
  BarColumns columns;
  const float mark = ui.px(12);
  const float value = std::min(widest(chart, &ChartBar::value), width / 3);
  columns.name = std::min(widest(chart, &ChartBar::label) + mark, width * kMostName);
  columns.bar = columns.name + ui.px(kBarGap);
  columns.value = width - value;
  columns.length = std::max(columns.value - ui.px(kBarGap) - columns.bar, ui.px(20));
  return columns;
}

std::vector<std::string> bar_lines(const BarChart& chart, const ChartBar& bar) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; chart.series.size() > 1 && i < std::min(chart.series.size(), bar.parts.size()); ++i) {
    lines.push_back(chart.series[i] + ": " + tick_words(bar.parts[i], chart.is_share));
  }
  if (chart.series.size() < 2) lines.push_back(bar.value);
  lines.push_back(bar.about);
  return lines;
}

void draw_bar(const Ui& ui, const ChartBar& bar, const ChartAxis& axis, const BarColumns& columns, ImVec2 at) {
  ImDrawList& out = *ImGui::GetWindowDrawList();
  const float top = at.y + ui.px((kBarRow - kBarHeight) / 2), bottom = top + ui.px(kBarHeight);
  const float left = at.x + columns.bar;
  out.AddRectFilled({left, top}, {left + columns.length, bottom}, with_alpha(ui.theme.card, 0.6F), ui.px(2));
  const auto edges = edges_of(bar, axis.top, columns.length);
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const auto [from, to] = edges[i];
    if (to <= from) continue;
    const float gap = i + 1 < edges.size() && to - from > ui.px(3) ? ui.px(1) : 0;  // so that parts are told apart
    out.AddRectFilled({left + from, top}, {left + std::max(to - gap, from + 1), bottom},
                      chart_colour(ui.theme.kind, i));
  }
  if (!bar.interval) return;
  const auto place = [&](double value) {
    return left + static_cast<float>(std::clamp(value / axis.top, 0.0, 1.0)) * columns.length;
  };
  const float middle = (top + bottom) / 2, low = place(bar.interval->first), high = place(bar.interval->second);
  out.AddLine({low, middle}, {high, middle}, ui.theme.text, ui.px(1.5F));
  for (const float end : {low, high})
    out.AddLine({end, middle - ui.px(4)}, {end, middle + ui.px(4)}, ui.theme.text, ui.px(1.5F));
}

void draw_words(const Ui& ui, const ChartBar& bar, const BarColumns& columns, ImVec2 at) {
  ImDrawList& out = *ImGui::GetWindowDrawList();
  const float line = at.y + (ui.px(kBarRow) - ImGui::GetTextLineHeight()) / 2;
  const float mark = ui.px(12);
  if (bar.warns) {
    const float middle = at.y + ui.px(kBarRow) / 2;
    out.AddTriangleFilled({at.x, middle + ui.px(4)}, {at.x + ui.px(8), middle + ui.px(4)},
                          {at.x + ui.px(4), middle - ui.px(4)}, ui.theme.warn);
  }
  const std::string name = clipped(bar.label, columns.name - mark);
  out.AddText({at.x + mark, line}, ui.theme.text, name.c_str());
  out.AddText({at.x + columns.value, line}, ui.theme.text, bar.value.c_str());
}

/// The numbers under the bars.
void draw_axis(const Ui& ui, const BarChart& chart, const ChartAxis& axis, const BarColumns& columns) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList& out = *ImGui::GetWindowDrawList();
  ImFont* const small = ui.fonts.small;
  for (const double tick : axis.ticks()) {
    const float x = at.x + columns.bar + static_cast<float>(tick / axis.top) * columns.length;
    const std::string words = tick_words(tick, chart.is_share);
    const float width = small->CalcTextSizeA(small->FontSize, FLT_MAX, 0, words.c_str()).x;
    out.AddLine({x, at.y}, {x, at.y + ui.px(3)}, ui.theme.line);
    out.AddText(small, small->FontSize, {x - width / 2, at.y + ui.px(3)}, ui.theme.muted, words.c_str());
  }
  ImGui::Dummy({columns.value, small->FontSize + ui.px(6)});
}

}  // namespace

std::optional<std::size_t> bar_chart(const Ui& ui, const BarChart& chart, int most_rows) {
  if (chart.bars.empty()) {
    empty_chart(ui, chart.name);
    return std::nullopt;
  }
  chart_legend(ui, chart.series);
  const ChartAxis axis = axis_of(chart, kBarSteps);
  const std::size_t rows = std::min(chart.bars.size(), static_cast<std::size_t>(most_rows));
  const bool scrolls = chart.bars.size() > rows;
  const float height = ui.px(kBarRow) * static_cast<float>(rows);
  float width = ImGui::GetContentRegionAvail().x;
  if (scrolls) width -= ImGui::GetStyle().ScrollbarSize + ui.px(4);
  const BarColumns columns = columns_of(ui, chart, width);
  std::optional<std::size_t> pressed;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  ImGui::BeginChild(
      ("chart." + chart.name).c_str(), {0, height}, false,
      scrolls ? ImGuiWindowFlags_None : ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoScrollbar);
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(chart.bars.size()), ui.px(kBarRow));
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const ChartBar& bar = chart.bars[static_cast<std::size_t>(i)];
      const ImVec2 at = ImGui::GetCursorScreenPos();
      ImGui::PushID(i);
      const bool is_down = ImGui::InvisibleButton("bar", {width, ui.px(kBarRow)});
      ImGui::PopID();
      remember_item(ui, "chart." + chart.name + "." + std::to_string(i));
      if (is_down && chart.is_pressed) pressed = static_cast<std::size_t>(i);
      const bool hovered = ImGui::IsItemHovered();
      if (hovered && chart.is_pressed) {
        ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + ui.px(kBarRow)}, ui.theme.card_hot,
                                                  ui.px(3));
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
      }
      draw_bar(ui, bar, axis, columns, at);
      draw_words(ui, bar, columns, at);
      if (!hovered) continue;
      ImGui::PopStyleVar();
      chart_tooltip(ui, bar.label, bar_lines(chart, bar));
      ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    }
  }
  clipper.End();
  ImGui::EndChild();
  ImGui::PopStyleVar();
  draw_axis(ui, chart, axis, columns);
  return pressed;
}

}  // namespace jaedan::gui
