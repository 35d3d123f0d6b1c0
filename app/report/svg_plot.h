#pragma once

#include <string>
#include <vector>

#include "inference/train/measure/calibration.h"

namespace jaedan::report {

/// Drawings as <svg> elements for an HTML page, coloured by its classes: axis, grid, bar, ideal, line, dot.

/// Scores said (across) against shares that held (up); the diagonal is a perfect score. Empty bins are left out.
std::string reliability_diagram(const inference::Calibration& calibration);
/// How many garments have which score.
std::string score_histogram(const inference::Calibration& calibration);

struct CurvePoint {
  double x = 0;
  double y = 0;
};
/// One curve with its least and greatest values beside the axes; points that are not finite are left out. Empty for no
/// point. `title` is plain text.
std::string curve_plot(const std::string& title, const std::vector<CurvePoint>& points);

}  // namespace jaedan::report
