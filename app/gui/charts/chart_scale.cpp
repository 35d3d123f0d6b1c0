#include "app/gui/charts/chart_scale.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "app/gui/words/strings.h"

namespace jaedan::gui {
namespace {

constexpr double kRounding = 1e-9;  // of a tick: 3 × 0.1 is not 0.3
constexpr float kBetweenLabels = 1.25F;

double bar_part(double value) { return std::isfinite(value) && value > 0 ? value : 0; }

bool is_whole(double number) { return std::abs(number - std::round(number)) < kRounding * std::max(1.0, number); }

}  // namespace

std::vector<double> ChartAxis::ticks() const {
  std::vector<double> all;
  const auto count = static_cast<int>(std::floor(top / step + kRounding));
  for (int i = 0; i <= count; ++i) all.push_back(i * step);
  return all;
}

ChartAxis axis_for(double most, int steps, bool whole) {
  if (!std::isfinite(most) || most <= 0) return {};
  const double wanted = most / std::max(steps, 1);
  const double power = std::pow(10.0, std::floor(std::log10(wanted)));
  double step = 10 * power;
  for (const double times : {1.0, 2.0, 5.0}) {
    if (times * power >= wanted * (1 - kRounding)) {
      step = times * power;
      break;
    }
  }
  if (whole) step = std::max(step, 1.0);
  return {std::max(std::ceil(most / step - kRounding), 1.0) * step, step};
}

ChartAxis axis_of(const BarChart& chart, int steps) {
  double most = chart.top;
  bool whole = !chart.is_share;
  for (const ChartBar& bar : chart.bars) {
    most = std::max(most, sum_of(bar));
    if (bar.interval && std::isfinite(bar.interval->second)) most = std::max(most, bar.interval->second);
    for (const double part : bar.parts) whole = whole && is_whole(bar_part(part));
  }
  if (chart.is_share && chart.top > 0) most = std::min(most, chart.top);
  return axis_for(most, steps, whole);
}

double sum_of(const ChartBar& bar) {
  double sum = 0;
  for (const double part : bar.parts) sum += bar_part(part);
  return sum;
}

std::vector<std::pair<float, float>> edges_of(const ChartBar& bar, double top, float length) {
  std::vector<std::pair<float, float>> edges;
  double sum = 0;
  const auto place = [&](double value) {
    return top > 0 ? static_cast<float>(std::min(value / top, 1.0)) * length : 0.0F;
  };
  for (const double part : bar.parts) {
    const float from = place(sum);
    sum += bar_part(part);
    edges.emplace_back(from, place(sum));
  }
  return edges;
}

std::string number_words(double number) {
  if (!std::isfinite(number)) return "–";
  if (is_whole(number)) return thousands(std::llround(number));
  char text[32];
  std::snprintf(text, sizeof text, std::abs(number) < 1 ? "%.2f" : "%.1f", number);
  return text;
}

std::string percent_words(double share) {
  if (!std::isfinite(share)) return "–";
  return std::to_string(std::llround(share * 100)) + "%";
}

std::string tick_words(double value, bool is_share) { return is_share ? percent_words(value) : number_words(value); }

std::size_t label_step(std::size_t count, float length, float label) {
  if (count == 0 || label <= 0) return 1;
  const auto fit = static_cast<std::size_t>(std::max(length / (label * kBetweenLabels), 1.0F));
  return std::max<std::size_t>((count + fit - 1) / fit, 1);
}

std::size_t columns_together(std::size_t count, std::size_t most) {
  most = std::max<std::size_t>(most, 1);
  return std::max<std::size_t>((count + most - 1) / most, 1);
}

std::vector<ChartBar> together(const std::vector<ChartBar>& columns, std::size_t most) {
  const std::size_t many = columns_together(columns.size(), most);
  if (many == 1) return columns;
  std::vector<ChartBar> sums;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const ChartBar& column = columns[i];
    if (i % many == 0) {
      sums.push_back(column);
      sums.back().interval.reset();
      sums.back().about.clear();
      continue;
    }
    ChartBar& sum = sums.back();
    sum.parts.resize(std::max(sum.parts.size(), column.parts.size()));
    for (std::size_t p = 0; p < column.parts.size(); ++p)
      sum.parts[p] = bar_part(sum.parts[p]) + bar_part(column.parts[p]);
    sum.label = columns[i - i % many].label + " – " + column.label;
    sum.value = number_words(sum_of(sum));
    sum.warns = sum.warns || column.warns;
  }
  return sums;
}

}  // namespace jaedan::gui
