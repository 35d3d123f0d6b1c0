// How inspectors decide, and whose work drifts.

#include <algorithm>
#include <utility>

#include "app/gui/charts/chart_scale.h"
#include "app/gui/panels/manage/chart_parts.h"
#include "labeling/review/deed.h"

namespace jaedan::gui {
namespace {

using workflow::AcceptanceRow;
using workflow::FigureFilter;
using workflow::WorkFigures;

/// Whose decisions a row is about.
enum class Whose { kWorker, kInspector, kPart };

std::string label_of(const AcceptanceRow& row, Whose whose, const Strings& text) {
  if (whose == Whose::kPart) {
    const auto part = part_from_id(row.name);
    return part ? text.part(*part) : row.name;
  }
  return row.stage ? row.name + " · " + said(*row.stage, text) : row.name;
}

Lead lead_of(const AcceptanceRow& row, Whose whose, const FigureFilter& filter) {
  const std::string decision(id_of(row.returned > 0 ? Deed::kReturn : Deed::kApprove));
  if (whose == Whose::kWorker) {
    ShowBehind work = done_by(row.name, "", filter);
    work.stage = row.stage;
    return work;
  }
  ShowBehind lead = done_by(whose == Whose::kInspector ? row.name : filter.user, decision, filter);
  lead.stage.reset();  // who decides does so at the inspection, whatever work is judged
  if (whose == Whose::kInspector) return lead;
  lead.filter.part = part_from_id(row.name);
  return lead;
}

std::vector<AcceptanceRow> most_returned_first(std::vector<AcceptanceRow> rows) {
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.returned > b.returned; });
  return rows;
}

FigureChart decided(const char* name, const std::vector<AcceptanceRow>& rows, Whose whose, const FigureFilter& filter,
                    const Strings& text) {
  FigureChart chart;
  chart.chart.name = name;
  chart.chart.series = {text(Text::kDecidedReturned), text(Text::kDecidedApproved)};
  for (const AcceptanceRow& row : rows) {
    ChartBar bar{label_of(row, whose, text),
                 {static_cast<double>(row.returned), static_cast<double>(row.approved)},
                 fill_gaps(text(Text::kAcceptedFormat), {percent_words(row.share()), thousands(row.decided())})};
    add_bar(chart, std::move(bar), lead_of(row, whose, filter));
  }
  return chart;
}

FigureChart reasons(const char* name, const std::vector<AcceptanceRow>& rows, Whose whose, const FigureFilter& filter,
                    const Strings& text) {
  FigureChart chart;
  chart.chart.name = name;
  for (const ReturnReason reason : kAllReturnReasons) {
    chart.chart.series.push_back(said(workflow::words_of(reason), text));
  }
  for (const AcceptanceRow& row : rows) {
    if (row.reasons.empty()) continue;
    ChartBar bar{label_of(row, whose, text), {}, ""};
    for (const ReturnReason reason : kAllReturnReasons) {
      const auto found = row.reasons.find(reason);
      bar.parts.push_back(found == row.reasons.end() ? 0 : static_cast<double>(found->second));
    }
    bar.value = number_words(sum_of(bar));
    add_bar(chart, std::move(bar), lead_of(row, whose, filter));
  }
  return chart;
}

}  // namespace

void add_decisions(const WorkFigures& figures, const Strings& text, FigureCharts& charts) {
  const auto workers = most_returned_first(figures.workers), inspectors = most_returned_first(figures.inspectors);
  const FigureFilter& filter = figures.filter;
  charts.workers = decided("workers", workers, Whose::kWorker, filter, text);
  charts.inspectors = decided("inspectors", inspectors, Whose::kInspector, filter, text);
  charts.parts = decided("parts", most_returned_first(figures.parts), Whose::kPart, filter, text);
  charts.worker_reasons = reasons("worker_reasons", workers, Whose::kWorker, filter, text);
  charts.inspector_reasons = reasons("inspector_reasons", inspectors, Whose::kInspector, filter, text);
}

void add_control_charts(const WorkFigures& figures, const Strings& text, FigureCharts& charts) {
  for (std::size_t i = 0; i < figures.control.size(); ++i) {
    const workflow::ControlChart& control = figures.control[i];
    LimitChart chart{"control" + std::to_string(i), control.centre, {}};
    for (const workflow::ControlPoint& point : control.points) {
      const std::string about =
          fill_gaps(text(Text::kOfDecidedFormat), {thousands(point.approved), thousands(point.decided)});
      chart.points.push_back({point.day, point.share, point.lower, point.upper, point.is_outside, about});
    }
    charts.control.push_back(std::move(chart));
    // One period lies on its own average, whatever it is.
    const Text title = control.is_drifting         ? Text::kDriftsFormat
                       : control.points.size() < 2 ? Text::kTooFewFormat
                                                   : Text::kSteadyFormat;
    const std::string name = control.who + " · " + said(control.stage, text);
    charts.control_titles.push_back(fill_gaps(text(title), {name, percent_words(control.centre)}));
    charts.is_drifting.push_back(control.is_drifting);
  }
}

}  // namespace jaedan::gui
