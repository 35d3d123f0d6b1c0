#include <imgui.h>

#include "app/gui/charts/bar_chart.h"
#include "app/gui/charts/column_chart.h"
#include "app/gui/charts/limit_chart.h"
#include "app/gui/draw/widgets.h"
#include "app/gui/panels/manage/pages.h"

namespace jaedan::gui {
namespace {

constexpr float kLimitHeight = 120;

void follow(const Ui& ui, const Lead& lead) {
  if (const auto* const photos = std::get_if<ShowPhotos>(&lead)) ui.ask.push(*photos);
  if (const auto* const behind = std::get_if<ShowBehind>(&lead)) ui.ask.push(*behind);
  if (const auto* const waiting = std::get_if<ShowWaiting>(&lead)) ui.ask.push(*waiting);
}

void leading_bars(const Ui& ui, Text title, const FigureChart& figure, int most_rows = 12) {
  section(ui, ui.text(title));
  const auto pressed = bar_chart(ui, figure.chart, most_rows);
  if (pressed && *pressed < figure.leads.size()) follow(ui, figure.leads[*pressed]);
}

void work_done(const Ui& ui, const FigureCharts& charts) {
  section(ui, ui.text(Text::kDoneByDay));
  const auto days = column_chart(ui, charts.days.chart);
  if (days && days->second < charts.days.leads.size()) {
    Lead lead = charts.days.leads[days->first];
    const auto* const last = std::get_if<ShowBehind>(&charts.days.leads[days->second]);
    if (auto* const first = std::get_if<ShowBehind>(&lead); first && last) first->to = last->to;
    follow(ui, lead);
  }
  leading_bars(ui, Text::kDoneByPerson, charts.people);
  leading_bars(ui, Text::kTimeAPhoto, charts.photo_times);
  leading_bars(ui, Text::kTimeAGarment, charts.garment_times);
}

void backlog(const Ui& ui, FigureForm& form, const FigureCharts& charts) {
  leading_bars(ui, Text::kWaitsForStage, charts.backlog);
  section(ui, ui.text(Text::kForecast));
  if (short_field(ui, "manage.deadline", Text::kOtherDeadline, form.deadline, 300)) ui.ask.push(AskWork{form.wish()});
  ImGui::PushTextWrapPos(0);
  for (const std::string& line : charts.forecast) {
    const bool warns = charts.is_late && &line == &charts.forecast.back();
    ImGui::PushStyleColor(ImGuiCol_Text, warns ? ui.theme.warn : ui.theme.text);
    ImGui::TextUnformatted(line.c_str());
    ImGui::PopStyleColor();
  }
  section(ui, ui.text(Text::kLate));
  if (charts.late.empty()) small_text(ui, ui.text(Text::kNothingIsLate), ui.theme.muted);
  ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.warn);
  for (const std::string& line : charts.late) ImGui::TextUnformatted(line.c_str());
  ImGui::PopStyleColor();
  ImGui::PopTextWrapPos();
}

void decisions(const Ui& ui, const FigureCharts& charts) {
  leading_bars(ui, Text::kDecidedByInspector, charts.inspectors);
  leading_bars(ui, Text::kDecidedAboutWorker, charts.workers);
  leading_bars(ui, Text::kDecidedAboutPart, charts.parts);
  leading_bars(ui, Text::kReasonsOfWorker, charts.worker_reasons);
  leading_bars(ui, Text::kReasonsOfInspector, charts.inspector_reasons);
}

void labels(const Ui& ui, const FigureCharts& charts, std::size_t& chosen) {
  section(ui, ui.text(Text::kBalance));
  if (const auto pressed = bar_chart(ui, charts.balance.chart, 10)) chosen = *pressed;
  if (chosen >= charts.labels.size()) chosen = 0;
  if (charts.labels.empty()) return;
  const LabelChart& shown = charts.labels[chosen];
  section(ui, shown.title.c_str());
  const auto pressed = bar_chart(ui, shown.values.chart, 14);
  if (pressed && *pressed < shown.values.leads.size()) follow(ui, shown.values.leads[*pressed]);
}

/// A chart a person; of three hundred only those in sight are drawn.
void drift(const Ui& ui, const FigureCharts& charts) {
  section(ui, ui.text(Text::kControlCharts));
  ImGui::PushTextWrapPos(0);
  small_text(ui, ui.text(Text::kControlChartsTip), ui.theme.muted);
  ImGui::PopTextWrapPos();
  if (charts.control.empty()) small_text(ui, ui.text(Text::kChartEmpty), ui.theme.muted);
  const float height = ui.px(kLimitHeight) + ImGui::GetFrameHeightWithSpacing();
  for (std::size_t i = 0; i < charts.control.size(); ++i) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (ImGui::IsRectVisible({ui.px(10), height})) {
      const Colour colour = charts.is_drifting[i] ? ui.theme.bad : ui.theme.text;
      clipped_text(ui, charts.control_titles[i].c_str(), ImGui::GetContentRegionAvail().x, colour);
      limit_chart(ui, charts.control[i], kLimitHeight);
    }
    ImGui::SetCursorScreenPos({at.x, at.y + height});
  }
  ImGui::Dummy({1, 1});
}

void quality(const Ui& ui, const ManageView& view) {
  if (view.quality.error) return refusal(ui, *view.quality.error);
  if (!view.quality.found) return small_text(ui, ui.text(Text::kFiguresCounting), ui.theme.muted);
  section(ui, ui.text(Text::kHoneypots));
  bar_chart(ui, quality_chart("honeypots", view.quality.found->honeypots, view.taxonomy, ui.text));
  section(ui, ui.text(Text::kAgreement));
  bar_chart(ui, quality_chart("agreement", view.quality.found->agreement, view.taxonomy, ui.text), 20);
}

}  // namespace

void figures_page(const Ui& ui, const ManageView& view, ManageState& state) {
  if (state.page == ManagePage::kQuality) return quality(ui, view);
  if (!state.charts_of) return;
  const FigureCharts& charts = state.charts;
  switch (state.page) {
    case ManagePage::kBacklog: return backlog(ui, state.figures, charts);
    case ManagePage::kDecisions: return decisions(ui, charts);
    case ManagePage::kModel: return leading_bars(ui, Text::kModelWords, charts.model_words, 20);
    case ManagePage::kLabels: return labels(ui, charts, state.label);
    case ManagePage::kDrift: return drift(ui, charts);
    default: return work_done(ui, charts);
  }
}

}  // namespace jaedan::gui
