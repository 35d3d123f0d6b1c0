#include "app/report/svg_plot.h"

#include <gtest/gtest.h>

#include <cmath>

namespace jaedan::report {
namespace {

std::size_t count(const std::string& text, const std::string& word) {
  std::size_t found = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++found;
  return found;
}

TEST(SvgPlot, ReliabilityDrawsABarAndADotForEachFilledBin) {
  inference::Calibration calibration;
  calibration.bins[2] = {10, 0.25, 0.5};
  calibration.bins[9] = {30, 0.95, 1.0};
  const std::string svg = reliability_diagram(calibration);
  EXPECT_EQ(count(svg, "class=\"bar\""), 2U);
  EXPECT_EQ(count(svg, "class=\"dot\""), 2U);
  EXPECT_NE(svg.find("10 garments"), std::string::npos);
  EXPECT_EQ(svg.find("nan"), std::string::npos);
  EXPECT_EQ(count(score_histogram(calibration), "class=\"bar\""), 2U);
}

TEST(SvgPlot, ACurveNeedsAPointThatIsANumber) {
  EXPECT_EQ(curve_plot("Loss", {}), "");
  EXPECT_EQ(curve_plot("Loss", {{1, std::nan("")}}), "");
  const std::string one = curve_plot("Loss", {{1, 0.5}});
  EXPECT_NE(one.find("<circle"), std::string::npos);
  EXPECT_EQ(one.find("nan"), std::string::npos);
  EXPECT_EQ(one.find("inf"), std::string::npos);
}

TEST(SvgPlot, ACurveRunsFromItsLeastToItsGreatestValue) {
  const std::string svg = curve_plot("Loss <x>", {{1, 2.0}, {2, 1.5}, {3, 1.0}});
  EXPECT_NE(svg.find("Loss &lt;x&gt;"), std::string::npos);
  EXPECT_NE(svg.find(">2.000<"), std::string::npos);
  EXPECT_NE(svg.find(">1.000<"), std::string::npos);
  // The first point lies at the upper left, the last at the lower right.
  EXPECT_NE(svg.find("points=\"52.0,24.0 189.0,122.0 326.0,220.0 \""), std::string::npos) << svg;
}

}  // namespace
}  // namespace jaedan::report
