#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "app/workflow/figures/figure_days.h"
#include "app/workflow/figures/figure_parts.h"
#include "labeling/review/deed.h"

namespace jaedan::workflow {
namespace {

constexpr double kSigmas = 3;
constexpr std::int64_t kLeastDecisions = 5;  // a point of fewer says next to nothing
constexpr std::size_t kLongestRun = 8;       // as many on one side are one chance in 128

/// Of one day or period.
struct Decided {
  std::int64_t approved = 0;
  std::int64_t all = 0;
  std::optional<std::int64_t> first_day;  ///< of the period's, with a decision
};
using ByDay = std::map<std::int64_t, Decided>;

/// The first day of the period of `days` that `day` is in; weeks begin on a Monday.
std::int64_t period_of(std::int64_t day, int days) {
  constexpr std::int64_t kMonday = 4;  // 1970-01-05
  const std::int64_t from_monday = day - kMonday;
  const std::int64_t part = from_monday % days;
  return day - (part < 0 ? part + days : part);
}

ByDay in_periods(const ByDay& decided, int days) {
  ByDay periods;
  for (const auto& [day, one] : decided) {
    Decided& period = periods[period_of(day, days)];
    period.approved += one.approved;
    period.all += one.all;
    if (!period.first_day && one.all > 0) period.first_day = day;
  }
  return periods;
}

bool has_a_run(const ControlChart& chart) {
  if (chart.points.size() < kLongestRun) return false;
  const auto last = chart.points.end() - static_cast<std::ptrdiff_t>(kLongestRun);
  const auto all = [&](auto side) { return std::all_of(last, chart.points.end(), side); };
  return all([&](const ControlPoint& point) { return point.share < chart.centre; }) ||
         all([&](const ControlPoint& point) { return point.share > chart.centre; });
}

ControlChart chart_of(const std::string& who, Stage stage, const ByDay& decided) {
  ControlChart chart;
  chart.who = who;
  chart.stage = stage;
  ByDay periods;
  for (const int days : {1, 7, 30}) {
    chart.days_a_point = days;
    periods = in_periods(decided, days);
    std::int64_t all = 0;
    for (const auto& [day, one] : periods) all += one.all;
    if (all >= kLeastDecisions * static_cast<std::int64_t>(periods.size())) break;
  }
  Decided sum;
  for (const auto& [day, one] : periods) {
    sum.approved += one.approved;
    sum.all += one.all;
  }
  chart.centre = sum.all > 0 ? double(sum.approved) / double(sum.all) : 0;
  for (const auto& [day, one] : periods) {
    if (one.all <= 0) continue;
    const double spread = kSigmas * std::sqrt(chart.centre * (1 - chart.centre) / double(one.all));
    ControlPoint point;
    point.day = day_of(one.first_day.value_or(day));
    point.decided = one.all;
    point.approved = one.approved;
    point.share = double(one.approved) / double(one.all);
    point.lower = std::max(0.0, chart.centre - spread);
    point.upper = std::min(1.0, chart.centre + spread);
    point.is_outside = point.share < point.lower || point.share > point.upper;
    chart.points.push_back(point);
  }
  const bool outside =
      std::any_of(chart.points.begin(), chart.points.end(), [](const ControlPoint& point) { return point.is_outside; });
  chart.is_drifting = outside || has_a_run(chart);
  return chart;
}

}  // namespace

std::vector<ControlChart> control_charts(const CountRows& judged) {
  // An approval judges each stage of a photo: two stages of one person's would count the photo twice.
  std::map<std::pair<std::string, int>, ByDay> by_work;
  for (const labeling::CountRow& row : judged) {
    const std::optional<std::int64_t> day = day_number(row.key.day);
    if (!day) continue;
    Decided& decided = by_work[{row.key.who, row.key.stage}][*day];
    decided.all += row.value.n;
    if (row.key.word == id_of(Deed::kApprove)) decided.approved += row.value.n;
  }
  std::vector<ControlChart> charts;
  for (const auto& [work, decided] : by_work) {
    ControlChart chart = chart_of(work.first, static_cast<Stage>(work.second), decided);
    if (!chart.points.empty()) charts.push_back(std::move(chart));
  }
  std::stable_sort(charts.begin(), charts.end(),
                   [](const ControlChart& a, const ControlChart& b) { return a.is_drifting > b.is_drifting; });
  return charts;
}

}  // namespace jaedan::workflow
