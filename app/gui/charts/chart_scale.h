#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/charts/chart_data.h"

namespace jaedan::gui {

/// Where things stand in a chart; knows nothing of a window.

/// An axis from 0.
struct ChartAxis {
  double top = 1;   ///< above 0
  double step = 1;  ///< between ticks; the last one may be below `top`

  /// 0, step, … , at most `top`.
  std::vector<double> ticks() const;
};

/// One that holds `most`: at steps of 1, 2 or 5 times a power of ten, about `steps` of them. `whole`: of whole numbers.
/// 0 … 1 where `most` is not above 0, or no number.
ChartAxis axis_for(double most, int steps, bool whole);
/// Of the chart's bars, `top` and intervals.
ChartAxis axis_of(const BarChart& chart, int steps);

/// The parts of a bar in sum.
double sum_of(const ChartBar& bar);
/// From where to where each part goes, along an axis that is `length` pixels long; all within it.
std::vector<std::pair<float, float>> edges_of(const ChartBar& bar, double top, float length);

/// "1,234", "12.5", "0.25"; "–" for no number.
std::string number_words(double number);
/// "85%".
std::string percent_words(double share);
/// As the axis writes it.
std::string tick_words(double value, bool is_share);

/// Of `count` labels of `label` pixels on `length` pixels every how manyth is written, so that none touches another;
/// at least 1.
std::size_t label_step(std::size_t count, float length, float label);

/// At most `most` columns, each of as many neighbours in sum; their labels are "first – last". Those that are left as
/// they are keep everything; a sum has no interval.
std::vector<ChartBar> together(const std::vector<ChartBar>& columns, std::size_t most);
/// How many neighbours each of them is the sum of; at least 1.
std::size_t columns_together(std::size_t count, std::size_t most);

}  // namespace jaedan::gui
