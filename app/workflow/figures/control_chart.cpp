#include <algorithm>
#include <cmath>
#include <optional>

#include "app/workflow/figures/figure_parts.h"

namespace jaedan::workflow {
namespace {

constexpr double kSigmas = 3;
constexpr std::int64_t kLeastDecisions = 5;  // a point of fewer says next to nothing
constexpr std::size_t kLongestRun = 8;       // as many on one side are one chance in 128

/// The first day of the period of `days` that `day` is in; weeks begin on a Monday.
std::int64_t period_of(std::int64_t day, int days) {
  constexpr std::int64_t kMonday = 4;  // 1970-01-05
  const std::int64_t from_monday = day - kMonday;
  const std::int64_t part = from_monday % days;
  return day - (part < 0 ? part + days : part);
}

std::vector<Decided> in_periods(const DecidedByDay& decided, int days) {
  std::vector<Decided> periods;
  std::optional<std::int64_t> last;
  for (const auto& [day, one] : decided) {
    const std::int64_t begin = period_of(day, days);
    if (last != begin) periods.emplace_back();
    last = begin;
    Decided& period = periods.back();
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

}  // namespace

ControlChart control_chart(const std::string& who, Stage stage, const DecidedByDay& decided, const DayNames& names) {
  ControlChart chart;
  chart.who = who;
  chart.stage = stage;
  std::vector<Decided> periods;
  for (const int days : {1, 7, 30}) {
    chart.days_a_point = days;
    periods = in_periods(decided, days);
    std::int64_t all = 0;
    for (const Decided& one : periods) all += one.all;
    if (all >= kLeastDecisions * static_cast<std::int64_t>(periods.size())) break;
  }
  Decided sum;
  for (const Decided& one : periods) {
    sum.approved += one.approved;
    sum.all += one.all;
  }
  chart.centre = sum.all > 0 ? double(sum.approved) / double(sum.all) : 0;
  for (const Decided& one : periods) {
    if (one.all <= 0 || !one.first_day) continue;
    const double spread = kSigmas * std::sqrt(chart.centre * (1 - chart.centre) / double(one.all));
    ControlPoint point;
    point.day = names.at(*one.first_day);
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

}  // namespace jaedan::workflow
