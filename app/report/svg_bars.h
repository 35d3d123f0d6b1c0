#pragma once

#include <string>
#include <vector>

#include "app/report/two_languages.h"

namespace jaedan::report {

/// Drawings as <svg> elements, coloured by kChartStyle on top of the report's own style sheet. Empty for nothing to
/// draw. Numbers are not negative and finite; texts are plain.
extern const char* const kChartStyle;

/// A bar of one part or, stacked, of several.
struct Bar {
  Words label;
  std::vector<double> values;
  Words said;       ///< what is read behind the bar: "34", "87 % of 40"
  Words tail = {};  ///< of a lying bar: stands behind its label and is not cut with it, ", basic labels"
};

/// Lying bars, each with its label before and what it says behind; the longest is as wide as there is room, or as
/// `full` says when that is more.
std::string lying_bars(const Words& title, const std::vector<Bar>& bars, double full = 0);
/// Standing bars next to each other, for days; `legend`: what the parts of a bar are.
std::string standing_bars(const Words& title, const std::vector<Bar>& bars, const std::vector<Words>& legend);

struct ControlMark {
  std::string label;
  double share = 0;
  double lower = 0;
  double upper = 1;
  bool is_outside = false;
  std::string said;
};
/// A control chart of shares: points, limits of each, and the centre.
std::string control_plot(const Words& title, const std::vector<ControlMark>& marks, double centre);

}  // namespace jaedan::report
