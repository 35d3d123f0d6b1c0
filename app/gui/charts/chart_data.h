#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace jaedan::gui {

/// A bar, or a column, of one part a series.
struct ChartBar {
  std::string label;                                       ///< whose it is
  std::vector<double> parts;                               ///< one a series; what is not finite or below 0 counts as 0
  std::string value;                                       ///< as words, behind the bar
  std::string about = {};                                  ///< more, under the mouse
  bool warns = false;                                      ///< marked
  std::optional<std::pair<double, double>> interval = {};  ///< a line over the bar
};

/// Bars beside each other, of one kind of number.
struct BarChart {
  std::string name;                 ///< of its items, for scripts: "chart.NAME.0"
  std::vector<std::string> series;  ///< what the parts are; one needs no legend
  std::vector<ChartBar> bars;
  double top = 0;           ///< where the axis ends at least: 1 for shares
  bool is_share = false;    ///< the axis is written in per cent
  bool is_pressed = false;  ///< a press on a bar leads somewhere
};

/// A point of a control chart; all numbers are shares in [0, 1].
struct LimitPoint {
  std::string label;
  double value = 0;
  double lower = 0;
  double upper = 1;
  bool is_outside = false;
  std::string about = {};
};

struct LimitChart {
  std::string name;
  double centre = 0;
  std::vector<LimitPoint> points;
};

}  // namespace jaedan::gui
