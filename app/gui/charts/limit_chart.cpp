#include "app/gui/charts/limit_chart.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/gui/charts/chart_look.h"
#include "app/gui/charts/chart_scale.h"
#include "app/gui/draw/widgets.h"

namespace jaedan::gui {
namespace {

constexpr float kPointRadius = 3.5F;
constexpr int kLimitSteps = 4;

/// Where shares lie on the screen.
struct Field {
  ImVec2 at;
  float width = 0;
  float height = 0;
  std::size_t points = 1;

  float x(std::size_t index) const {
    return at.x + width * (static_cast<float>(index) + 0.5F) / static_cast<float>(points);
  }
  float y(double share) const {
    return at.y + height - static_cast<float>(std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0) * height;
  }
};

void draw_ground(const Ui& ui, const LimitChart& chart, const Field& field) {
  ImDrawList& out = *ImGui::GetWindowDrawList();
  ImFont* const small = ui.fonts.small;
  for (const double tick : axis_for(1, kLimitSteps, false).ticks()) {
    const std::string words = percent_words(tick);
    const float text = small->CalcTextSizeA(small->FontSize, FLT_MAX, 0, words.c_str()).x;
    out.AddLine({field.at.x, field.y(tick)}, {field.at.x + field.width, field.y(tick)}, ui.theme.line);
    out.AddText(small, small->FontSize, {field.at.x - ui.px(6) - text, field.y(tick) - small->FontSize / 2},
                ui.theme.muted, words.c_str());
  }
  const float half = field.width / static_cast<float>(field.points) / 2;
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    const LimitPoint& point = chart.points[i];
    const ImVec2 from(field.x(i) - half, field.y(point.upper)), to(field.x(i) + half, field.y(point.lower));
    out.AddRectFilled(from, to, with_alpha(ui.theme.muted, 0.16F));
    out.AddLine(from, {to.x, from.y}, with_alpha(ui.theme.muted, 0.8F));
    out.AddLine({from.x, to.y}, to, with_alpha(ui.theme.muted, 0.8F));
  }
  out.AddLine({field.at.x, field.y(chart.centre)}, {field.at.x + field.width, field.y(chart.centre)}, ui.theme.muted,
              ui.px(1.5F));
}

void draw_point(const Ui& ui, const LimitPoint& point, ImVec2 at) {
  ImDrawList& out = *ImGui::GetWindowDrawList();
  const float r = ui.px(kPointRadius);
  if (point.is_outside) {
    out.AddRectFilled({at.x - r - 1, at.y - r - 1}, {at.x + r + 1, at.y + r + 1}, ui.theme.bad);
  } else {
    out.AddCircleFilled(at, r, chart_colour(ui.theme.kind, 0));
  }
}

void name_points(const Ui& ui, const LimitChart& chart, const Field& field) {
  ImFont* const small = ui.fonts.small;
  const float widest = small->CalcTextSizeA(small->FontSize, FLT_MAX, 0, chart.points.front().label.c_str()).x;
  const std::size_t step = label_step(chart.points.size(), field.width, widest);
  for (std::size_t i = 0; i < chart.points.size(); i += step) {
    const float right = field.at.x + field.width - widest;
    const float left = std::max(std::min(field.x(i) - widest / 2, right), field.at.x);
    ImGui::GetWindowDrawList()->AddText(small, small->FontSize, {left, field.at.y + field.height + ui.px(4)},
                                        ui.theme.muted, chart.points[i].label.c_str());
  }
}

}  // namespace

std::optional<std::size_t> limit_chart(const Ui& ui, const LimitChart& chart, float height) {
  if (chart.points.empty()) {
    empty_chart(ui, chart.name);
    return std::nullopt;
  }
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float letters = ui.fonts.small->FontSize;
  ImGui::Dummy({width, ui.px(height)});
  const ImVec2 below = ImGui::GetCursorScreenPos();
  const float room = ui.px(46);
  const Field field{
      {at.x + room, at.y + letters / 2}, width - room, ui.px(height) - letters * 1.5F - ui.px(8), chart.points.size()};
  draw_ground(ui, chart, field);
  std::optional<std::size_t> pressed;
  const float column = field.width / static_cast<float>(field.points);
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    const LimitPoint& point = chart.points[i];
    const ImVec2 here(field.x(i), field.y(point.value));
    if (i > 0) {
      const ImVec2 before(field.x(i - 1), field.y(chart.points[i - 1].value));
      ImGui::GetWindowDrawList()->AddLine(before, here, chart_colour(ui.theme.kind, 0), ui.px(1.5F));
    }
    ImGui::SetCursorScreenPos({here.x - column / 2, field.at.y});
    ImGui::PushID(static_cast<int>(i));
    if (ImGui::InvisibleButton(chart.name.c_str(), {std::max(column, 1.0F), field.height})) pressed = i;
    ImGui::PopID();
    remember_item(ui, "chart." + chart.name + "." + std::to_string(i));
    if (ImGui::IsItemHovered()) chart_tooltip(ui, point.label, {percent_words(point.value), point.about});
  }
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    draw_point(ui, chart.points[i], {field.x(i), field.y(chart.points[i].value)});
  }
  name_points(ui, chart, field);
  ImGui::SetCursorScreenPos(below);
  return pressed;
}

}  // namespace jaedan::gui
