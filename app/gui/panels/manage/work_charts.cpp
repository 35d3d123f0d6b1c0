// What was done, by whom, in which time.

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "app/gui/charts/chart_scale.h"
#include "app/gui/panels/manage/chart_parts.h"
#include "app/workflow/figures/figure_days.h"

namespace jaedan::gui {
namespace {

using workflow::DoneRow;
using workflow::WorkFigures;
using ByStage = std::array<double, kAllStages.size()>;

constexpr std::int64_t kMostDays = 3700;  // of a calendar that a clock set wrong would make longer

ChartBar bar_of(const std::string& label, const ByStage& photos) {
  ChartBar bar{label, {photos.begin(), photos.end()}, ""};
  bar.value = number_words(sum_of(bar));
  return bar;
}

void add_days(const WorkFigures& figures, FigureChart& chart) {
  std::map<std::int64_t, ByStage> days;
  for (const DoneRow& row : figures.done) {
    const auto day = workflow::day_number(row.day);
    if (day) days[*day][static_cast<std::size_t>(row.stage)] += static_cast<double>(row.finished());
  }
  if (days.empty()) return;
  const std::int64_t last = days.rbegin()->first, first = std::max(days.begin()->first, last - kMostDays);
  for (std::int64_t day = first; day <= last; ++day) {
    const std::string label = workflow::day_of(day);
    const auto found = days.find(day);
    ShowBehind lead = done_by(figures.filter.user, "", figures.filter);
    lead.from = lead.to = label;
    add_bar(chart, bar_of(label, found == days.end() ? ByStage{} : found->second), std::move(lead));
  }
}

void add_people(const WorkFigures& figures, FigureChart& chart) {
  std::map<std::string, ByStage> people;
  for (const DoneRow& row : figures.people) {
    people[row.who][static_cast<std::size_t>(row.stage)] += static_cast<double>(row.finished());
  }
  std::vector<ChartBar> bars;
  for (const auto& [who, photos] : people) bars.push_back(bar_of(who, photos));
  std::stable_sort(bars.begin(), bars.end(), [](const auto& a, const auto& b) { return sum_of(a) > sum_of(b); });
  for (ChartBar& bar : bars) {
    ShowBehind lead = done_by(bar.label, "", figures.filter);
    add_bar(chart, std::move(bar), std::move(lead));
  }
}

/// "claims not done in time: 5 tasks (since 2026-01-31 18:59 UTC)"
std::string late_words(const workflow::LateRow& row, const Strings& text) {
  const bool is_due = row.kind == workflow::LateKind::kDeadline || row.kind == workflow::LateKind::kBehind;
  const Text format = is_due                                   ? Text::kLatePhotosFormat
                      : row.kind == workflow::LateKind::kQuota ? Text::kLateTodayFormat
                                                               : Text::kLateTasksFormat;
  return fill_gaps(text(format),
                   {said(workflow::words_of(row.kind), text), thousands(row.count), workflow::minute_words(row.since)});
}

/// Seconds of work a `count`, the longest first.
void add_times(const WorkFigures& figures, std::int64_t (*count)(const DoneRow&), Text of_how_many, const Strings& text,
               FigureChart& chart) {
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> people;  // milliseconds, how many
  for (const DoneRow& row : figures.people) {
    if (count(row) == 0) continue;
    people[row.who].first += row.active_milliseconds;
    people[row.who].second += count(row);
  }
  std::vector<ChartBar> bars;
  for (const auto& [who, time] : people) {
    const double seconds = static_cast<double>(time.first) / 1000 / static_cast<double>(time.second);
    ChartBar bar{who, {seconds}, said(workflow::words_of_time(seconds), text)};
    bar.about = fill_gaps(text(of_how_many), {thousands(time.second)});
    bars.push_back(std::move(bar));
  }
  std::stable_sort(bars.begin(), bars.end(), [](const auto& a, const auto& b) { return sum_of(a) > sum_of(b); });
  for (ChartBar& bar : bars) {
    ShowBehind lead = done_by(bar.label, "", figures.filter);
    add_bar(chart, std::move(bar), std::move(lead));
  }
}

}  // namespace

void add_work_charts(const WorkFigures& figures, const Strings& text, FigureCharts& charts) {
  charts.days = chart_by_stage("days", text);
  add_days(figures, charts.days);
  charts.people = chart_by_stage("people", text);
  add_people(figures, charts.people);
  charts.photo_times.chart.name = "photo_times";
  add_times(
      figures, [](const DoneRow& row) { return row.finished(); }, Text::kOfPhotosFormat, text, charts.photo_times);
  charts.garment_times.chart.name = "garment_times";
  add_times(
      figures, [](const DoneRow& row) { return row.garments; }, Text::kOfGarmentsFormat, text, charts.garment_times);
}

void add_backlog(const WorkFigures& figures, const Strings& text, FigureCharts& charts) {
  charts.backlog.chart.name = "backlog";
  charts.backlog.chart.series = {text(Text::kWaits), text(Text::kInHands), text(Text::kWasReturned)};
  for (const workflow::StageBacklog& row : figures.backlog) {
    // What was returned and is in somebody's hands stands there.
    const std::int64_t returned = row.returned - row.returned_in_hand;
    const auto free = static_cast<double>(std::max<std::int64_t>(row.photos - row.in_hand - returned, 0));
    ChartBar bar{said(row.stage, text),
                 {free, static_cast<double>(row.in_hand), static_cast<double>(returned)},
                 thousands(row.photos)};
    bar.about =
        row.is_on ? fill_gaps(text(Text::kADayFormat), {number_words(row.done_a_day)}) : text(Text::kStageIsOff);
    add_bar(charts.backlog, std::move(bar), ShowWaiting{row.stage});
  }
  const workflow::Forecast& forecast = figures.forecast;
  const auto add = [&](Text format, std::vector<std::string> filled) {
    charts.forecast.push_back(fill_gaps(text(format), filled));
  };
  add(Text::kForecastLeftFormat, {thousands(forecast.approved), thousands(forecast.photos), thousands(forecast.left)});
  if (forecast.finished_on.empty()) {
    if (forecast.left > 0) charts.forecast.emplace_back(text(Text::kForecastNone));
  } else {
    add(Text::kForecastFormat,
        {forecast.finished_on, number_words(forecast.approved_a_day), std::to_string(forecast.days_looked_at)});
  }
  if (forecast.needed_a_day) {
    add(Text::kForecastNeedsFormat, {forecast.deadline, number_words(*forecast.needed_a_day)});
  }
  charts.is_late = forecast.is_late;
  if (forecast.is_late) add(Text::kForecastLateFormat, {forecast.deadline});
  for (const workflow::LateRow& row : figures.late) {
    charts.late.push_back((row.who.empty() ? "" : row.who + " – ") + late_words(row, text));
  }
}

}  // namespace jaedan::gui
